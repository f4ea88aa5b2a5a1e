// What wakes somebody. The rules are those of server/telemetry/alarms.ts (alarms.json is written from it); what to do
// about each stands in docs/runbook.md under its name.
param name string
param location string
param tags object
param alertMail string
param workspaceId string
param componentId string
param availabilityUrl string

@description('False until there is a product to watch.')
param enabled bool

var alarms = loadJsonContent('alarms.json')

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'evaluation'
    enabled: true
    emailReceivers: [
      {
        name: 'operators'
        emailAddress: alertMail
        useCommonAlertSchema: true
      }
    ]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for alarm in alarms: {
    name: '${name}-${alarm.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alarm.name
      description: alarm.says
      severity: alarm.severity
      enabled: enabled
      scopes: [
        workspaceId
      ]
      evaluationFrequency: alarm.every
      windowSize: alarm.over
      criteria: {
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            query: alarm.query
            metricMeasureColumn: 'value'
            timeAggregation: 'Maximum'
            operator: 'GreaterThan'
            threshold: alarm.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      autoMitigate: true
      // The table comes into being with the first line that is logged.
      skipQueryValidation: true
      actions: {
        actionGroups: [
          people.id
        ]
      }
    }
  }
]

// Seen from outside: the name, the certificate, the door. The processes may be well and nobody reach them.
resource outside 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-from-outside'
  location: location
  tags: union(tags, {
    'hidden-link:${componentId}': 'Resource'
  })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: '${name}-from-outside'
    Name: '${name}-from-outside'
    Enabled: enabled
    Kind: 'standard'
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [
      {
        Id: 'emea-gb-db3-azr'
      }
      {
        Id: 'emea-nl-ams-azr'
      }
      {
        Id: 'emea-ru-msa-edge'
      }
    ]
    Request: {
      RequestUrl: availabilityUrl
      HttpVerb: 'GET'
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource outsideRule 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: '${name}-not-ready-from-outside'
  location: 'global'
  tags: tags
  properties: {
    description: 'Two places on the internet get no good answer from /readyz, or the certificate ends within 14 days: runbook, not-ready.'
    severity: 1
    enabled: enabled
    scopes: [
      outside.id
      componentId
    ]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: outside.id
      componentId: componentId
      failedLocationCount: 2
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}
