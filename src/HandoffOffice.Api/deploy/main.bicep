// HandoffOffice on Azure Container Apps with a PostgreSQL flexible server: any number of the same node, none of which holds what another needs.
//   az deployment group create --resource-group GROUP --template-file main.bicep --parameters image=... tenantId=... clientId=... databasePassword=...

@description('The image, as it was pushed to a registry that the environment can read, such as example.azurecr.io/handoffoffice:0.1.0.')
param image string

@description('The directory (tenant) whose people sign in.')
param tenantId string

@description('The registration of the API in Microsoft Entra ID.')
param clientId string

@secure()
@description('The password of the database\'s administrator.')
param databasePassword string

@description('Where everything lies. A ledger and its heads are not moved afterwards.')
param location string = resourceGroup().location

@minLength(3)
@maxLength(11)
@description('What the names begin with: lower-case letters and digits.')
param name string = 'handoff'

@minValue(1)
@maxValue(30)
@description('How many nodes run when nothing happens. Two outlive the end of one.')
param nodes int = 2

@description('Settings beside these, as in the README\'s table: a list of { name, value }.')
param settings array = []

var unique = uniqueString(resourceGroup().id)
var shares = ['keys', 'heads']

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

// The certificate that keys are encrypted to, and the heads of the ledger, lie outside of the database: whoever changes the one does not reach the other.
resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: '${name}${unique}'
  location: location
  sku: { name: 'Standard_ZRS' }
  kind: 'StorageV2'
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
  }
}

resource files 'Microsoft.Storage/storageAccounts/fileServices@2023-05-01' = {
  parent: storage
  name: 'default'
  properties: {
    shareDeleteRetentionPolicy: { enabled: true, days: 30 }
  }
}

resource share 'Microsoft.Storage/storageAccounts/fileServices/shares@2023-05-01' = [
  for folder in shares: {
    parent: files
    name: folder
    properties: { shareQuota: 1 }
  }
]

resource database 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-${unique}'
  location: location
  sku: { name: 'Standard_D2ds_v5', tier: 'GeneralPurpose' }
  properties: {
    version: '16'
    administratorLogin: 'handoffoffice'
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: 64, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: 35, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'ZoneRedundant' }
  }

  resource product 'databases' = {
    name: 'handoffoffice'
  }

  // 0.0.0.0 stands for what runs in Azure; a virtual network of its own closes it further.
  resource fromAzure 'firewallRules' = {
    name: 'azure'
    properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource mounted 'Microsoft.App/managedEnvironments/storages@2024-03-01' = [
  for (folder, i) in shares: {
    parent: environment
    name: folder
    properties: {
      azureFile: {
        accountName: storage.name
        accountKey: storage.listKeys().keys[0].value
        shareName: share[i].name
        accessMode: 'ReadWrite'
      }
    }
  }
]

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: { type: 'SystemAssigned' }
  properties: {
    managedEnvironmentId: environment.id
    configuration: {
      ingress: {
        external: true
        targetPort: 8080
        allowInsecure: false
      }
      secrets: [
        {
          name: 'database'
          value: 'Host=${database.properties.fullyQualifiedDomainName};Database=handoffoffice;Username=handoffoffice;Password=${databasePassword};SSL Mode=VerifyFull'
        }
      ]
    }
    template: {
      containers: [
        {
          name: 'handoffoffice'
          image: image
          resources: { cpu: json('1'), memory: '2Gi' }
          env: concat(
            [
              { name: 'Database__Provider', value: 'PostgreSql' }
              { name: 'ConnectionStrings__HandoffOffice', secretRef: 'database' }
              { name: 'AzureAd__TenantId', value: tenantId }
              { name: 'AzureAd__ClientId', value: clientId }
              { name: 'ASPNETCORE_FORWARDEDHEADERS_ENABLED', value: 'true' }
              { name: 'Keys__Folder', value: '/data/keys' }
              { name: 'Ledger__Heads', value: '/data/heads' }
            ],
            settings
          )
          probes: [
            { type: 'Startup', httpGet: { path: '/health/ready', port: 8080 }, periodSeconds: 5, failureThreshold: 60 }
            { type: 'Liveness', httpGet: { path: '/health/live', port: 8080 }, periodSeconds: 10 }
            { type: 'Readiness', httpGet: { path: '/health/ready', port: 8080 }, periodSeconds: 5 }
          ]
          volumeMounts: [for folder in shares: { volumeName: folder, mountPath: '/data/${folder}' }]
        }
      ]
      scale: {
        minReplicas: nodes
        maxReplicas: max(nodes, 10)
        rules: [{ name: 'calls', http: { metadata: { concurrentRequests: '50' } } }]
      }
      volumes: [for folder in shares: { name: folder, storageType: 'AzureFile', storageName: folder }]
    }
  }
  dependsOn: [mounted, database::product]
}

@description('Where people open it.')
output address string = 'https://${app.properties.configuration.ingress.fqdn}'
