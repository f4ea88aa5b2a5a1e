import {
  FluentProvider,
  makeStyles,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
} from '@fluentui/react-components'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'

import { Frame } from './frame.tsx'
import { useTheme } from './host.ts'
import { Skeleton } from './parts/Skeleton.tsx'
import { Problem } from './problem.ts'
import { routes } from './routes.ts'
import { Home } from './screens/duties/Home.tsx'
import { Gate } from './sign-in/Gate.tsx'

const SignIn = lazy(async () => ({ default: (await import('./screens/people/SignIn.tsx')).SignIn }))
const Configure = lazy(async () => ({ default: (await import('./screens/round/Configure.tsx')).Configure }))
const Join = lazy(async () => ({ default: (await import('./screens/people/Join.tsx')).Join }))
const Access = lazy(async () => ({ default: (await import('./screens/people/Access.tsx')).Access }))
const Answer = lazy(async () => ({ default: (await import('./screens/duties/Answer.tsx')).Answer }))
const Actions = lazy(async () => ({ default: (await import('./screens/actions/Actions.tsx')).Actions }))
const ImportActions = lazy(async () => ({
  default: (await import('./screens/actions/ImportActions.tsx')).ImportActions,
}))
const NewAction = lazy(async () => ({ default: (await import('./screens/actions/NewAction.tsx')).NewAction }))
const PanelDay = lazy(async () => ({ default: (await import('./screens/panel-day/PanelDay.tsx')).PanelDay }))
const OneCase = lazy(async () => ({ default: (await import('./screens/cases/OneCase.tsx')).OneCase }))
const Return = lazy(async () => ({ default: (await import('./screens/returns/Return.tsx')).Return }))
const Collation = lazy(async () => ({
  default: (await import('./screens/returns/Collation.tsx')).Collation,
}))
const Involvement = lazy(async () => ({
  default: (await import('./screens/involvement/Involvement.tsx')).Involvement,
}))
const Choose = lazy(async () => ({ default: (await import('./screens/round/Choose.tsx')).Choose }))
const Form = lazy(async () => ({ default: (await import('./screens/close-the-loop/Form.tsx')).Form }))
const Escalations = lazy(async () => ({
  default: (await import('./screens/escalation/Escalations.tsx')).Escalations,
}))
const NewEscalation = lazy(async () => ({
  default: (await import('./screens/escalation/NewEscalation.tsx')).NewEscalation,
}))
const EscalationSettings = lazy(async () => ({
  default: (await import('./screens/escalation/Settings.tsx')).EscalationSettings,
}))
const Escalation = lazy(async () => ({
  default: (await import('./screens/escalation/Escalation.tsx')).Escalation,
}))
const Team = lazy(async () => ({ default: (await import('./screens/close-the-loop/Team.tsx')).Team }))
const Sheet = lazy(async () => ({ default: (await import('./screens/people/Sheet.tsx')).Sheet }))
const Talks = lazy(async () => ({ default: (await import('./screens/people/Talks.tsx')).Talks }))
const Monitor = lazy(async () => ({ default: (await import('./screens/learning/Monitor.tsx')).Monitor }))
const Agency = lazy(async () => ({ default: (await import('./screens/learning/Agency.tsx')).Agency }))
const Grid = lazy(async () => ({ default: (await import('./screens/round/Grid.tsx')).Grid }))
const Pack = lazy(async () => ({ default: (await import('./screens/round/Pack.tsx')).Pack }))
const Chronology = lazy(async () => ({
  default: (await import('./screens/chronology/Chronology.tsx')).Chronology,
}))
const Rounds = lazy(async () => ({ default: (await import('./screens/round/Rounds.tsx')).Rounds }))
const Round = lazy(async () => ({ default: (await import('./screens/round/Round.tsx')).Round }))
const NewRound = lazy(async () => ({ default: (await import('./screens/round/SetUp.tsx')).NewRound }))
const SetUp = lazy(async () => ({ default: (await import('./screens/round/SetUp.tsx')).SetUp }))
const CloseRound = lazy(async () => ({
  default: (await import('./screens/round/CloseRound.tsx')).CloseRound,
}))
const Approval = lazy(async () => ({ default: (await import('./screens/round/Approval.tsx')).Approval }))
const LongList = lazy(async () => ({ default: (await import('./screens/round/LongList.tsx')).LongList }))
const SendList = lazy(async () => ({ default: (await import('./screens/round/SendList.tsx')).SendList }))
const BankHolidays = lazy(async () => ({
  default: (await import('./screens/round/BankHolidays.tsx')).BankHolidays,
}))
const People = lazy(async () => ({ default: (await import('./screens/people/People.tsx')).People }))
const OnePost = lazy(async () => ({ default: (await import('./screens/people/OnePost.tsx')).OnePost }))
const Leave = lazy(async () => ({ default: (await import('./screens/people/Leave.tsx')).Leave }))
const TakenOver = lazy(async () => ({ default: (await import('./screens/people/TakenOver.tsx')).TakenOver }))
const Undelivered = lazy(async () => ({
  default: (await import('./screens/prompts/Undelivered.tsx')).Undelivered,
}))
const Prompts = lazy(async () => ({ default: (await import('./screens/prompts/Prompts.tsx')).Prompts }))
const OwnPage = lazy(async () => ({ default: (await import('./screens/prompts/OwnPage.tsx')).OwnPage }))
const AwayPage = lazy(async () => ({ default: (await import('./screens/prompts/AwayPage.tsx')).AwayPage }))
const Incidents = lazy(async () => ({
  default: (await import('./screens/incidents/Incidents.tsx')).Incidents,
}))
const Incident = lazy(async () => ({ default: (await import('./screens/incidents/Incident.tsx')).Incident }))
const Withdraw = lazy(async () => ({ default: (await import('./screens/incidents/Withdraw.tsx')).Withdraw }))
const FirstRun = lazy(async () => ({ default: (await import('./screens/people/FirstRun.tsx')).FirstRun }))
const Find = lazy(async () => ({ default: (await import('./screens/people/Find.tsx')).Find }))
const NotFound = lazy(async () => ({ default: (await import('./screens/people/NotFound.tsx')).NotFound }))

const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme } as const

const client = new QueryClient({
  defaultOptions: {
    // Without a connection a try fails at once and says so, instead of waiting for one in silence.
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 30_000,
      retry: (failures, fault) => failures < 2 && !(fault instanceof Problem && !fault.isPassing),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** The whole tab: theme, data, and which screen stands at which address. */
export function App() {
  const styles = useStyles()
  return (
    <FluentProvider theme={themes[useTheme()]}>
      <div className={styles.app}>
        <QueryClientProvider client={client}>
          <Suspense fallback={<Skeleton />}>
            <Switch>
              <Route path={routes.signIn} component={SignIn} />
              <Route path="/join/:code">
                {({ code }) => (
                  <Gate>
                    <Join code={code} />
                  </Gate>
                )}
              </Route>
              <Route path={routes.configure}>
                <Gate>
                  <Configure />
                </Gate>
              </Route>
              <Route>
                <Frame>
                  <Suspense fallback={<Skeleton />}>
                    <Screens />
                  </Suspense>
                </Frame>
              </Route>
            </Switch>
          </Suspense>
        </QueryClientProvider>
      </div>
    </FluentProvider>
  )
}

function Screens() {
  return (
    <Switch>
      <Route path={routes.home} component={Home} />
      <Route path={routes.present} component={Home} />
      <Route path={routes.newAction} component={NewAction} />
      <Route path={routes.importActions} component={ImportActions} />
      <Route path="/actions/:id?">{({ id }) => <Actions open={id} />}</Route>
      <Route path="/answer/:duty">{({ duty }) => <Answer key={duty} duty={duty} />}</Route>
      <Route path="/rounds/:id/panel">{({ id }) => <PanelDay key={id} round={id} />}</Route>
      <Route path="/rounds/:id/grid">{({ id }) => <Grid key={id} round={id} />}</Route>
      <Route path="/rounds/:id/pack">{({ id }) => <Pack key={id} round={id} />}</Route>
      <Route path="/cases/:id/chronology">{({ id }) => <Chronology key={id} id={id} />}</Route>
      <Route path="/cases/:id">{({ id }) => <OneCase key={id} id={id} />}</Route>
      <Route path="/returns/:id">{({ id }) => <Return key={id} id={id} />}</Route>
      <Route path="/collations/:id">{({ id }) => <Collation key={id} id={id} />}</Route>
      <Route path="/involvement/:id">{({ id }) => <Involvement key={id} reply={id} />}</Route>
      <Route path="/rounds/:id/choose">{({ id }) => <Choose key={id} round={id} />}</Route>
      <Route path="/forms/:id">{({ id }) => <Form key={id} id={id} />}</Route>
      <Route path={routes.escalations} component={Escalations} />
      <Route path={routes.newEscalation} component={NewEscalation} />
      <Route path={routes.escalationSettings} component={EscalationSettings} />
      <Route path="/escalations/:id">{({ id }) => <Escalation key={id} id={id} />}</Route>
      <Route path={routes.team} component={Team} />
      <Route path="/team/:id">{({ id }) => <Sheet key={id} worker={id} />}</Route>
      <Route path={routes.talks} component={Talks} />
      <Route path={routes.monitor} component={Monitor} />
      <Route path={routes.agency} component={Agency} />
      <Route path={routes.rounds} component={Rounds} />
      <Route path={routes.newRound} component={NewRound} />
      <Route path={routes.bankHolidays} component={BankHolidays} />
      <Route path="/rounds/:id">{({ id }) => <Round key={id} id={id} />}</Route>
      <Route path="/rounds/:id/set-up">{({ id }) => <SetUp key={id} id={id} />}</Route>
      <Route path="/rounds/:id/close">{({ id }) => <CloseRound key={id} id={id} />}</Route>
      <Route path="/rounds/:id/approval">{({ id }) => <Approval key={id} id={id} />}</Route>
      <Route path="/rounds/:id/list">{({ id }) => <LongList key={id} id={id} />}</Route>
      <Route path="/rounds/:id/send">{({ id }) => <SendList key={id} id={id} />}</Route>
      <Route path={routes.firstRun} component={FirstRun} />
      <Route path={routes.people} component={People} />
      <Route path={routes.takenOver} component={TakenOver} />
      <Route path={routes.undelivered} component={Undelivered} />
      <Route path="/people/posts/:id">{({ id }) => <OnePost key={id} id={id} />}</Route>
      <Route path="/people/:id/leave">{({ id }) => <Leave key={id} person={id} />}</Route>
      <Route path="/people/:id/access">{({ id }) => <Access key={id} person={id} />}</Route>
      <Route path="/people/:id/away">{({ id }) => <AwayPage key={id} person={id} />}</Route>
      <Route path={routes.me} component={OwnPage} />
      <Route path={routes.prompts} component={Prompts} />
      <Route path={routes.incidents} component={Incidents} />
      <Route path="/incidents/about/:id">{({ id }) => <Withdraw key={id} about={id} />}</Route>
      <Route path="/incidents/:id">{({ id }) => <Incident key={id} id={id} />}</Route>
      <Route path={routes.find} component={Find} />
      <Route component={NotFound} />
    </Switch>
  )
}

const useStyles = makeStyles({
  app: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
})
