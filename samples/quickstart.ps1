<#
.SYNOPSIS
    Peers two VPCs of two accounts in two Regions, shows what came of it, and removes it all again.
.DESCRIPTION
    As it stands it runs against the sandbox, which it starts and stops: no AWS account is needed or touched.
    With -EndpointUrl it runs against that endpoint instead, an emulator for example, with the credentials that the AWS environment
    variables or profiles give. Then -VpcId, -PeerVpcId and -PeerRoleArn name two VPCs there, and a role in the account of the second.
#>
[CmdletBinding()]
param(
    [uri] $EndpointUrl,
    [string] $VpcId = 'shop',
    [string] $Region = 'eu-west-1',
    [string] $PeerVpcId = 'data',
    [string] $PeerRegion = 'us-east-1',
    [string] $PeerRoleArn = 'arn:aws:iam::222222222222:role/NetConnect'
)

$ErrorActionPreference = 'Stop'
# Out-Host gives each result a table of its own.
if ($EndpointUrl) {
    New-NetConnectSession -EndpointUrl $EndpointUrl -Region $Region | Set-NetConnectSession
} else {
    Start-NetConnectSandbox | Out-Host
}
Get-NetConnectSession | Out-Host

# The other side: the role is assumed with the credentials of this one.
$peer = @{ PeerRegion = $PeerRegion; PeerRoleArn = $PeerRoleArn }
try {
    # One command: request, accept on the other side, wait, and routes in every route table of both VPCs.
    $peering = New-VpcPeering -VpcId $VpcId -PeerVpcId $PeerVpcId -Route -Tag @{ Name = 'quickstart' } @peer
    $peering | Out-Host
    if ($peering.Status -ne 'active') {
        throw "The peering is $($peering.Status)."
    }

    # Again: everything is there, so nothing is written and the same peering comes back.
    New-VpcPeering -VpcId $VpcId -PeerVpcId $PeerVpcId -Route -Tag @{ Name = 'quickstart' } @peer | Out-Host

    # Each route of both sides, and how it stands.
    $routes = @($peering | Get-PeeringRoutes @peer)
    $routes | Out-Host
    if (@($routes | Where-Object State -NE Active)) {
        throw 'Not every route is active.'
    }

    # What a removal would do, and the removal: routes first, then the peering.
    $peering | Remove-VpcPeering @peer -WhatIf
    $peering | Remove-VpcPeering @peer -Confirm:$false
    if (Get-VpcPeering -Tag @{ Name = 'quickstart' }) {
        throw 'The peering is still there.'
    }
    'Removed: no peering and no route is left.'
} finally {
    if (-not $EndpointUrl) {
        Stop-NetConnectSandbox
    }
}
