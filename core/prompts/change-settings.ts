import { addDays } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import type { PersonId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { SaidSettings } from './commands.ts'
import type { Away, Settings } from './settings.ts'

type Said = { readonly away: Away | null } & Partial<SaidSettings>

export type SettingsRefused = 'no-such-settings' | 'away-backwards' | 'away-too-far' | 'changed-meanwhile'

type Input = { readonly person: PersonId; readonly said: Said; readonly version?: number }

/** So far back and ahead somebody can be away; whoever is away for longer hands their posts over. */
const LONGEST_AWAY = 183

/**
 * A person says when they are away and what they need not hear; the partnership says the first for anybody. Nothing
 * that is owed goes away by it.
 */
export async function changeSettings(
  { reads, actor, today }: Deps,
  { person, said, version }: Input,
): Outcome<{ version: number }, SettingsRefused> {
  const before = may.setAway(actor, person) ? await reads.settingsOf(person) : undefined
  if (!before) return refused('no-such-settings')
  const { settings } = before
  if (version !== undefined && version !== settings.version) return refused('changed-meanwhile')
  const wrong = said.away && wrongWith(said.away, today)
  if (wrong) return refused(wrong)
  const own: Partial<Said> = may.mute(actor, person) ? said : {}
  const next: Settings = {
    away: endedLeave(settings.away, said.away, today),
    muteEarly: own.muteEarly ?? settings.muteEarly,
    muteOverviews: own.muteOverviews ?? settings.muteOverviews,
    version: settings.version + 1,
  }
  return ok({
    value: { version: next.version },
    writes: [{ kind: 'settings', person, settings: next }],
    changes: [],
    happened: [{ kind: 'settings-changed', person }],
  })
}

/** A leave that has begun ends yesterday at the latest; forgotten, nobody would be told what waited. */
function endedLeave(before: Away | null, said: Away | null, today: Day): Away | null {
  if (said !== null || before === null || before.from >= today) return said
  const yesterday = addDays(today, -1)
  return before.to < yesterday ? before : { ...before, to: yesterday }
}

function wrongWith({ from, to }: Away, today: Day): 'away-backwards' | 'away-too-far' | null {
  if (to < from) return 'away-backwards'
  const isNear =
    from >= addDays(today, -LONGEST_AWAY) && to >= today && to <= addDays(today, 2 * LONGEST_AWAY)
  return isNear ? null : 'away-too-far'
}
