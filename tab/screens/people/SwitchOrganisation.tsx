import { useTroubleStyles } from './SignInTrouble.styles.ts'

/** How somebody from another organisation gets to the partnership's, in Teams. */
export function SwitchOrganisation() {
  return (
    <ol className={useTroubleStyles().list}>
      <li>Choose your picture at the top right of Teams.</li>
      <li>Under your name choose the partnership’s organisation, where you are a guest.</li>
      <li>Teams opens again there. Open Case Evaluations in it.</li>
    </ol>
  )
}
