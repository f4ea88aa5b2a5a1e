// Brings the database to a version before that version serves: the one process that is the owner of the tables. It is
// started by hand or by infra/upgrade.sh, once, and knows no audit key and no application.
param name string
param location string
param tags object
param environmentId string
param image string
param registryServer string
param pullIdentityId string
param ownerIdentityId string
param ownerClientId string
param workerIdentityId string
param workerClientId string
param databaseHost string
param databaseName string

var database = '${databaseHost}:5432/${databaseName}?sslmode=verify-full'

resource job 'Microsoft.App/jobs@2026-01-01' = {
  name: 'job-${name}-migrate'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${ownerIdentityId}': {}
      '${workerIdentityId}': {}
      '${pullIdentityId}': {}
    }
  }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      triggerType: 'Manual'
      replicaTimeout: 1800
      replicaRetryLimit: 0
      manualTriggerConfig: {
        parallelism: 1
        replicaCompletionCount: 1
      }
      identitySettings: [
        {
          identity: ownerIdentityId
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
    }
    template: {
      containers: [
        {
          name: 'migrate'
          image: image
          args: [
            'server/migrate.ts'
          ]
          env: [
            {
              name: 'MODE'
              value: 'production'
            }
            {
              name: 'DATABASE_SIGN_IN'
              value: 'entra'
            }
            {
              name: 'OWNER_DATABASE_URL'
              value: 'postgresql://evaluation_owner@${database}'
            }
            {
              name: 'WORKER_DATABASE_URL'
              value: 'postgresql://evaluation_worker@${database}'
            }
            {
              name: 'MANAGED_IDENTITY'
              value: ownerClientId
            }
            {
              name: 'WORKER_DATABASE_IDENTITY'
              value: workerClientId
            }
          ]
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
        }
      ]
    }
  }
}

output jobName string = job.name
