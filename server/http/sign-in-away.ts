/** Whoever checks sign-ins cannot be reached: nobody is refused for it, and it is worth trying again. */
export class SignInAway extends Error {
  override readonly name = 'SignInAway'
}
