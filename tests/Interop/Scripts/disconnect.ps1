# Removes the peering of two VPCs with its routes.
param([string] $VpcId)

$ErrorActionPreference = 'Stop'
$peer = @{ PeerRegion = 'us-east-1'; PeerRoleArn = 'arn:aws:iam::222222222222:role/NetConnect' }
$peering = @(Get-VpcPeering -VpcId $VpcId @peer)
if ($peering.Count -ne 1) {
    throw "One peering was expected, and $($peering.Count) are there."
}
$peering | Remove-VpcPeering @peer -Confirm:$false
if (Get-VpcPeering -VpcId $VpcId @peer) {
    throw 'The peering is still there.'
}
