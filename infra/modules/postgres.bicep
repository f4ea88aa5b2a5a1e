// The cell's database: reached from the apps' subnet alone, by Entra tokens alone. The logins of the product are made
// by infra/sql/roles.sql; none of them is an administrator.
param name string
param location string
param tags object
param tenantId string
param administratorsId string
param administratorsName string
param subnetId string
param dnsZoneId string
param skuName string
param tier string
param storageGb int
param highAvailability string
param geoBackup string
param backupDays int
param workspaceId string

// A statement that fails must not carry what somebody typed, or who a child is, into the server's log. Values of
// parameters stay out of it by PostgreSQL's own default.
var quietLog = [
  {
    name: 'log_error_verbosity'
    value: 'terse'
  }
  {
    name: 'log_statement'
    value: 'none'
  }
  {
    name: 'log_min_duration_statement'
    value: '-1'
  }
  {
    name: 'pg_qs.query_capture_mode'
    value: 'none'
  }
  {
    name: 'require_secure_transport'
    value: 'on'
  }
  {
    name: 'ssl_min_protocol_version'
    value: 'TLSv1.2'
  }
]

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' = {
  name: 'psql-${name}-${uniqueString(resourceGroup().id)}'
  location: location
  tags: tags
  sku: {
    name: skuName
    tier: tier
  }
  properties: {
    version: '18'
    authConfig: {
      activeDirectoryAuth: 'Enabled'
      passwordAuth: 'Disabled'
      tenantId: tenantId
    }
    network: {
      publicNetworkAccess: 'Disabled'
      delegatedSubnetResourceId: subnetId
      privateDnsZoneArmResourceId: dnsZoneId
    }
    storage: {
      storageSizeGB: storageGb
      autoGrow: 'Enabled'
    }
    backup: {
      backupRetentionDays: backupDays
      geoRedundantBackup: geoBackup
    }
    highAvailability: {
      mode: highAvailability
    }
    maintenanceWindow: {
      customWindow: 'Enabled'
      dayOfWeek: 0
      startHour: 3
      startMinute: 0
    }
  }
}

resource administrators 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2025-08-01' = {
  parent: server
  name: administratorsId
  properties: {
    principalName: administratorsName
    principalType: 'Group'
    tenantId: tenantId
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2025-08-01' = {
  parent: server
  name: 'evaluations'
  properties: {
    charset: 'UTF8'
    collation: 'C.utf8'
  }
  dependsOn: [
    administrators
  ]
}

@batchSize(1)
resource settings 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2025-08-01' = [
  for setting in quietLog: {
    parent: server
    name: setting.name
    properties: {
      value: setting.value
      source: 'user-override'
    }
    dependsOn: [
      database
    ]
  }
]

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: server
  name: 'to-the-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'PostgreSQLLogs'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

output host string = server.properties.fullyQualifiedDomainName
output databaseName string = database.name
