# Peers two VPCs completely and says which peering that is. With -Confirm each step would ask first, which ends the script where nobody
# can answer: so it ends well only if nothing is left to do.
param([string] $VpcId, [string] $PeerVpcId, [string] $Name, [switch] $Confirm)

$ErrorActionPreference = 'Stop'
$pair = @{
    VpcId = $VpcId
    PeerVpcId = $PeerVpcId
    PeerRegion = 'us-east-1'
    PeerRoleArn = 'arn:aws:iam::222222222222:role/NetConnect'
    Route = $true
    DnsResolution = 'Both'
    Tag = @{ Name = $Name }
}
(New-VpcPeering @pair -Confirm:$Confirm).VpcPeeringConnectionId
