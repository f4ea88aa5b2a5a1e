// One cell: everything that one partnership's deployment needs in one resource group. infra/README.md says in which
// order, and what no compiler has looked at yet.
targetScope = 'resourceGroup'

@description('Short name of the cell; every resource is named after it.')
@minLength(3)
@maxLength(20)
param name string

@allowed([
  'dev'
  'prod'
])
param environment string

param location string = 'uksouth'

@description('The host that people open, without https. Its DNS record is made by the organisation.')
param hostName string

@description('Resource id of the certificate for the host; empty until the DNS record is there.')
param certificateId string = ''

param tenantId string = tenant().tenantId

@description('The application that is registered in the tenant.')
param clientId string

@description('Id of the one site for papers: host,guid,guid.')
param sharePointSite string

@description('Object id of the mailbox that organises meetings and sends mails.')
param organiser string

@description('Id of the app in the organisation\'s catalogue; empty until it is uploaded.')
param teamsApp string = ''

@description('Whether the business manager may make guests; the permission for it is consented as well.')
param inviteGuests bool = false

@description('Object id of the Entra group whose members administer the database server.')
param databaseAdministratorsId string

param databaseAdministratorsName string

@description('Who hears the alarms.')
param alertMail string

@description('The image that serves, by digest; empty: the app is not made yet.')
param image string = ''

@description('The image that migrates; before a version serves, its migration has run.')
param migrateImage string = image

@description('The revision that keeps all traffic while a new one is looked at; empty: the newest gets it.')
param liveRevision string = ''

@description('Where metrics go by OTLP; empty: nowhere, the log has them.')
param otlpEndpoint string = ''

@description('Given at the first deployment only. Another key later would break the audit chain.')
@secure()
param auditKey string = ''

@minValue(2)
param minReplicas int = 2

param maxReplicas int = 4
param zoneRedundant bool
param databaseSku string
@allowed([
  'Burstable'
  'GeneralPurpose'
  'MemoryOptimized'
])
param databaseTier string
param databaseStorageGb int

@allowed([
  'Disabled'
  'SameZone'
  'ZoneRedundant'
])
param databaseHighAvailability string

@allowed([
  'Disabled'
  'Enabled'
])
param databaseGeoBackup string

@minValue(7)
@maxValue(35)
param databaseBackupDays int

@minValue(30)
param logDays int = 90

@description('Host of a restored server that takes the place of the cell\'s own; empty: its own. First given with an empty image, for the hold: infra/README.md.')
param restoredHost string = ''

var tags = {
  product: 'case-evaluations-for-teams'
  cell: name
  environment: environment
}

module identity 'modules/identity.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    retentionDays: logDays
  }
}

module network 'modules/network.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
  }
}

module registry 'modules/registry.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    pullPrincipalId: identity.outputs.pullPrincipalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module keyvault 'modules/keyvault.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    tenantId: tenantId
    auditKey: auditKey
    readerPrincipalId: identity.outputs.productPrincipalId
    endpointsSubnetId: network.outputs.endpointsSubnetId
    dnsZoneId: network.outputs.vaultDnsZoneId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module postgres 'modules/postgres.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    tenantId: tenantId
    administratorsId: databaseAdministratorsId
    administratorsName: databaseAdministratorsName
    subnetId: network.outputs.databaseSubnetId
    dnsZoneId: network.outputs.databaseDnsZoneId
    skuName: databaseSku
    tier: databaseTier
    storageGb: databaseStorageGb
    highAvailability: databaseHighAvailability
    geoBackup: databaseGeoBackup
    backupDays: databaseBackupDays
    workspaceId: monitoring.outputs.workspaceId
  }
}

module apps 'modules/environment.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    subnetId: network.outputs.appsSubnetId
    zoneRedundant: zoneRedundant
    workspaceId: monitoring.outputs.workspaceId
  }
}

module migrateJob 'modules/migrate-job.bicep' = if (!empty(migrateImage)) {
  params: {
    name: name
    location: location
    tags: tags
    environmentId: apps.outputs.environmentId
    image: migrateImage
    registryServer: registry.outputs.server
    pullIdentityId: identity.outputs.pullId
    ownerIdentityId: identity.outputs.ownerId
    ownerClientId: identity.outputs.ownerClientId
    workerIdentityId: identity.outputs.workerId
    workerClientId: identity.outputs.workerClientId
    databaseHost: empty(restoredHost) ? postgres.outputs.host : restoredHost
    databaseName: postgres.outputs.databaseName
  }
}

module containerApps 'modules/containerapps.bicep' = if (!empty(image)) {
  params: {
    name: name
    location: location
    tags: tags
    environmentId: apps.outputs.environmentId
    image: image
    liveRevision: liveRevision
    hostName: hostName
    certificateId: certificateId
    registryServer: registry.outputs.server
    pullIdentityId: identity.outputs.pullId
    productIdentityId: identity.outputs.productId
    productClientId: identity.outputs.productClientId
    workerIdentityId: identity.outputs.workerId
    workerClientId: identity.outputs.workerClientId
    auditKeyUrl: keyvault.outputs.auditKeyUrl
    databaseHost: empty(restoredHost) ? postgres.outputs.host : restoredHost
    databaseName: postgres.outputs.databaseName
    tenantId: tenantId
    clientId: clientId
    sharePointSite: sharePointSite
    organiser: organiser
    teamsApp: teamsApp
    inviteGuests: inviteGuests
    otlpEndpoint: otlpEndpoint
    minReplicas: minReplicas
    maxReplicas: maxReplicas
  }
}

module bot 'modules/bot.bicep' = {
  params: {
    name: name
    tags: tags
    clientId: clientId
    tenantId: tenantId
    endpoint: 'https://${hostName}/api/messages'
    workspaceId: monitoring.outputs.workspaceId
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    alertMail: alertMail
    workspaceId: monitoring.outputs.workspaceId
    componentId: monitoring.outputs.componentId
    availabilityUrl: 'https://${hostName}/readyz'
    enabled: !empty(image)
  }
}

@description('The app whose revisions are moved by infra/upgrade.sh.')
output AZURE_CONTAINER_APP_NAME string = 'ca-${name}'
output AZURE_MIGRATE_JOB_NAME string = 'job-${name}-migrate'
output AZURE_CONTAINER_REGISTRY_SERVER string = registry.outputs.server
output AZURE_CONTAINER_APPS_DOMAIN string = apps.outputs.domain
output AZURE_DATABASE_HOST string = postgres.outputs.host
output AZURE_DATABASE_NAME string = postgres.outputs.databaseName
@description('MANAGED_IDENTITY of docs/install.md.')
output PRODUCT_IDENTITY_CLIENT_ID string = identity.outputs.productClientId
@description('Subject of the federated credential on the registered application.')
output PRODUCT_IDENTITY_PRINCIPAL_ID string = identity.outputs.productPrincipalId
output WORKER_IDENTITY_PRINCIPAL_ID string = identity.outputs.workerPrincipalId
output OWNER_IDENTITY_PRINCIPAL_ID string = identity.outputs.ownerPrincipalId
output APP_HOSTNAME string = hostName
output BOT_ENDPOINT string = 'https://${hostName}/api/messages'
