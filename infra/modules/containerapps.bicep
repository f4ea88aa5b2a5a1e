// The product: two processes or more behind one https door. It runs as the logins `evaluation_web` and
// `evaluation_worker`, never as the owner of the tables; the identity that pulls the image is not given to it.
param name string
param location string
param tags object
param environmentId string
param image string
param liveRevision string
param hostName string
param certificateId string
param registryServer string
param pullIdentityId string
param productIdentityId string
param productClientId string
param workerIdentityId string
param workerClientId string
param auditKeyUrl string
param databaseHost string
param databaseName string
param tenantId string
param clientId string
param sharePointSite string
param organiser string
param teamsApp string
param inviteGuests bool
param otlpEndpoint string
param minReplicas int
param maxReplicas int

var port = 8080
var database = '${databaseHost}:5432/${databaseName}?sslmode=verify-full'

// While a new version is looked at, all traffic stays with the one that serves.
var allToNewest = [
  {
    latestRevision: true
    weight: 100
  }
]
var noneToNewest = [
  {
    revisionName: liveRevision
    weight: 100
  }
  {
    latestRevision: true
    weight: 0
  }
]

var settings = [
  {
    name: 'MODE'
    value: 'production'
  }
  {
    name: 'PORT'
    value: string(port)
  }
  {
    name: 'HOST'
    value: '0.0.0.0'
  }
  {
    name: 'PUBLIC_URL'
    value: 'https://${hostName}'
  }
  {
    name: 'DATABASE_SIGN_IN'
    value: 'entra'
  }
  {
    name: 'DATABASE_URL'
    value: 'postgresql://evaluation_web@${database}'
  }
  {
    name: 'WORKER_DATABASE_URL'
    value: 'postgresql://evaluation_worker@${database}'
  }
  {
    name: 'WORKER_DATABASE_IDENTITY'
    value: workerClientId
  }
  {
    name: 'AUDIT_KEY'
    secretRef: 'audit-key'
  }
  {
    name: 'TENANT_ID'
    value: tenantId
  }
  {
    name: 'CLIENT_ID'
    value: clientId
  }
  {
    name: 'MANAGED_IDENTITY'
    value: productClientId
  }
  {
    name: 'SHAREPOINT_SITE'
    value: sharePointSite
  }
  {
    name: 'ORGANISER'
    value: organiser
  }
  {
    name: 'TEAMS_APP'
    value: teamsApp
  }
  {
    name: 'INVITE_GUESTS'
    value: inviteGuests ? 'yes' : 'no'
  }
]
var metricsOut = empty(otlpEndpoint)
  ? []
  : [
      {
        name: 'OTEL_EXPORTER_OTLP_ENDPOINT'
        value: otlpEndpoint
      }
    ]

resource app 'Microsoft.App/containerApps@2026-01-01' = {
  name: 'ca-${name}'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${productIdentityId}': {}
      '${workerIdentityId}': {}
      '${pullIdentityId}': {}
    }
  }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Multiple'
      maxInactiveRevisions: 5
      identitySettings: [
        {
          identity: productIdentityId
          lifecycle: 'Main'
        }
        {
          identity: workerIdentityId
          lifecycle: 'Main'
        }
        {
          identity: pullIdentityId
          lifecycle: 'None'
        }
      ]
      registries: [
        {
          server: registryServer
          identity: pullIdentityId
        }
      ]
      secrets: [
        {
          name: 'audit-key'
          keyVaultUrl: auditKeyUrl
          identity: productIdentityId
        }
      ]
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
        customDomains: empty(certificateId)
          ? []
          : [
              {
                name: hostName
                bindingType: 'SniEnabled'
                certificateId: certificateId
              }
            ]
        traffic: empty(liveRevision) ? allToNewest : noneToNewest
      }
    }
    template: {
      terminationGracePeriodSeconds: 40
      containers: [
        {
          name: 'product'
          image: image
          env: concat(settings, metricsOut)
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/livez'
                port: port
              }
              periodSeconds: 2
              timeoutSeconds: 2
              failureThreshold: 60
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/livez'
                port: port
              }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: port
              }
              periodSeconds: 5
              timeoutSeconds: 3
              failureThreshold: 2
            }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          {
            name: 'requests'
            http: {
              metadata: {
                concurrentRequests: '50'
              }
            }
          }
        ]
      }
    }
  }
}

output fqdn string = app.properties.configuration.ingress.fqdn
