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

const SignIn = lazy(async () => ({ default: (await import('./screens/people/SignIn.tsx')).SignIn }))
const Answer = lazy(async () => ({ default: (await import('./screens/duties/Answer.tsx')).Answer }))
const Actions = lazy(async () => ({ default: (await import('./screens/actions/Actions.tsx')).Actions }))
const NewAction = lazy(async () => ({ default: (await import('./screens/actions/NewAction.tsx')).NewAction }))
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
      <Route path={routes.newAction} component={NewAction} />
      <Route path="/actions/:id?">{({ id }) => <Actions open={id} />}</Route>
      <Route path="/answer/:duty">{({ duty }) => <Answer key={duty} duty={duty} />}</Route>
      <Route component={NotFound} />
    </Switch>
  )
}

const useStyles = makeStyles({
  app: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
})
