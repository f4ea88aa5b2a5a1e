// Who the product is. The application proves itself with `product`, by a federated credential: there is no secret.
// Each login of the database has an identity of its own; `owner` is given to the migration alone, `pull` to the
// platform, never to a container.
param name string
param location string
param tags object

resource product 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${name}-product'
  location: location
  tags: tags
}

resource worker 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${name}-worker'
  location: location
  tags: tags
}

resource owner 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${name}-owner'
  location: location
  tags: tags
}

resource pull 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${name}-pull'
  location: location
  tags: tags
}

output productId string = product.id
output productClientId string = product.properties.clientId
output productPrincipalId string = product.properties.principalId
output workerId string = worker.id
output workerClientId string = worker.properties.clientId
output workerPrincipalId string = worker.properties.principalId
output ownerId string = owner.id
output ownerClientId string = owner.properties.clientId
output ownerPrincipalId string = owner.properties.principalId
output pullId string = pull.id
output pullPrincipalId string = pull.properties.principalId
