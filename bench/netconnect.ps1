<#
.SYNOPSIS
    NetConnect as a peer of the benchmark: one verb on the work that a manifest describes.
.DESCRIPTION
    Runs on pwsh and on NetConnect.Shell alike, so it uses the core language and .NET only.
#>
param(
    [Parameter(Mandatory)] [ValidateSet('apply', 'noop', 'destroy', 'status')] [string] $Verb,
    [Parameter(Mandatory)] [string] $Manifest,
    # Reads the DNS attributes of the VPCs first, as New-VpcPeering does by itself. Left out by default, because no other peer does it, and because
    # the VPCs of some emulators lack them.
    [switch] $DnsCheck
)
$ErrorActionPreference = 'Stop'
$module = [IO.Path]::Combine($PSScriptRoot, '..', 'output', 'NetConnect')
Import-Module ([IO.Directory]::GetFiles($module, 'NetConnect.psd1', 'AllDirectories')[0])

$document = [System.Text.Json.JsonDocument]::Parse([IO.File]::ReadAllText($Manifest)).RootElement
if ($Verb -eq 'status') {
    return Get-VpnTunnelStatus -ProfileName a | ForEach-Object { "$_" }
}
if ($document.GetProperty('workload').GetString() -eq 'w4') {
    $vpn = @{
        VpcId                    = $document.GetProperty('vpc').GetString()
        CustomerGatewayIpAddress = $document.GetProperty('cgw_ip').GetString()
        CustomerGatewayAsn       = $document.GetProperty('asn').GetInt64()
        StaticRoute              = @(foreach ($cidr in $document.GetProperty('static').EnumerateArray()) { $cidr.GetString() })
        RouteTableId             = @(foreach ($table in $document.GetProperty('rtbs').EnumerateArray()) { $table.GetString() })
        Tag                      = @{ Name = 'w4' }
        ProfileName              = 'a'
    }
    if ($Verb -ne 'destroy') { return New-SiteToSiteVpn @vpn | ForEach-Object { "$_ $($_.State)" } }
    return Remove-SiteToSiteVpn w4 -IncludeGateway -ProfileName a -Confirm:$false
}

if ($document.GetProperty('workload').GetString() -eq 'w6') {
    if ($Verb -eq 'destroy') { return Remove-ClientVpn $document.GetProperty('name').GetString() -ProfileName a -Confirm:$false }
    $clientVpn = @{
        Name                          = $document.GetProperty('name').GetString()
        ClientCidrBlock               = $document.GetProperty('cidr').GetString()
        ServerCertificateArn          = $document.GetProperty('certificate').GetString()
        ClientRootCertificateChainArn = $document.GetProperty('certificate').GetString()
        SubnetId                      = @(foreach ($subnet in $document.GetProperty('subnets').EnumerateArray()) { $subnet.GetString() })
        Route                         = @(foreach ($cidr in $document.GetProperty('routes').EnumerateArray()) { $cidr.GetString() })
        AuthorizedCidrBlock           = @(foreach ($cidr in $document.GetProperty('rules').EnumerateArray()) { $cidr.GetString() })
        ProfileName                   = 'a'
    }
    return New-ClientVpn @clientVpn | ForEach-Object { "$_ $($_.State)" }
}

$vpcs = @(foreach ($vpc in $document.GetProperty('vpcs').EnumerateArray()) {
        [pscustomobject]@{
            Id      = $vpc.GetProperty('id').GetString()
            Account = $vpc.GetProperty('account').GetString()
            Tables  = @(foreach ($table in $vpc.GetProperty('rtbs').EnumerateArray()) { $table.GetString() })
        }
    })
$pairs = @(foreach ($link in $document.GetProperty('links').EnumerateArray()) {
        $own, $peer = $vpcs[$link[0].GetInt32()], $vpcs[$link[1].GetInt32()]
        [pscustomobject]@{
            VpcId           = $own.Id
            PeerVpcId       = $peer.Id
            RouteTableId    = $own.Tables + $peer.Tables
            ProfileName     = $own.Account
            PeerProfileName = $peer.Account
        }
    })

if ($Verb -eq 'destroy') {
    $pairs | Remove-VpcPeering -Confirm:$false
}
elseif ($document.GetProperty('dns').GetBoolean()) {
    $pairs | New-VpcPeering -Route -DnsResolution Both -NoDnsCheck:(-not $DnsCheck) | ForEach-Object { "$_ $($_.Status)" }
}
else {
    $pairs | New-VpcPeering -Route | ForEach-Object { "$_ $($_.Status)" }
}
