using '../azure.bicep'

// What an organisation fills in comes from the environment of whoever deploys; infra/README.md has the list. What is
// set here is the size of the cell.
param name = readEnvironmentVariable('CELL_NAME')
param environment = 'dev'
param hostName = readEnvironmentVariable('CELL_HOST')
param certificateId = readEnvironmentVariable('CELL_CERTIFICATE_ID', '')
param clientId = readEnvironmentVariable('CELL_CLIENT_ID')
param sharePointSite = readEnvironmentVariable('CELL_SHAREPOINT_SITE')
param organiser = readEnvironmentVariable('CELL_ORGANISER')
param teamsApp = readEnvironmentVariable('CELL_TEAMS_APP', '')
param inviteGuests = readEnvironmentVariable('CELL_INVITE_GUESTS', 'no') == 'yes'
param databaseAdministratorsId = readEnvironmentVariable('CELL_DATABASE_ADMINISTRATORS_ID')
param databaseAdministratorsName = readEnvironmentVariable('CELL_DATABASE_ADMINISTRATORS_NAME')
param alertMail = readEnvironmentVariable('CELL_ALERT_MAIL')
param image = readEnvironmentVariable('CELL_IMAGE', '')
param migrateImage = readEnvironmentVariable('CELL_MIGRATE_IMAGE', readEnvironmentVariable('CELL_IMAGE', ''))
param liveRevision = readEnvironmentVariable('CELL_LIVE_REVISION', '')
param auditKey = readEnvironmentVariable('CELL_AUDIT_KEY', '')
param restoredHost = readEnvironmentVariable('CELL_RESTORED_HOST', '')
param zoneRedundant = false
param databaseSku = 'Standard_B1ms'
param databaseTier = 'Burstable'
param databaseStorageGb = 32
param databaseHighAvailability = 'Disabled'
param databaseGeoBackup = 'Disabled'
param databaseBackupDays = 7
param logDays = 30
