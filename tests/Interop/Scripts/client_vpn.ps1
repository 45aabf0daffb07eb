# Makes an authority in a folder and the Client VPN people with its certificates, says a command, and tells of the endpoint. Without settings both are there,
# and what the command gives is all that is told.
param([string] $Folder, [string] $Setting, [string] $Command)

$ErrorActionPreference = 'Stop'
$authority = "$Folder/vpn"

# What a server of the endpoint needs to know, a name and a value on each line.
function Write-Endpoint {
    $vpn = Get-ClientVpn people
    "id`t$($vpn.ClientVpnEndpointId)"
    "name`t$($vpn.DnsName)"
    "clients`t$($vpn.ClientCidrBlock)"
    "protocol`t$($vpn.TransportProtocol)"
    "port`t$($vpn.VpnPort)"
    "split`t$($vpn.SplitTunnel)"
    foreach ($server in $vpn.DnsServers) { "dns`t$server" }
    foreach ($route in $vpn.Routes) { "route`t$($route.DestinationCidrBlock)" }
}

$given = [scriptblock]::Create($Command)
if (-not $PSBoundParameters.ContainsKey('Setting')) {
    & $given
    return
}
$more = & ([scriptblock]::Create("@{ $Setting }"))
$null = New-ClientVpnAuthority $authority Example vpn.example.com
$null = New-ClientVpn people 10.200.0.0/22 subnet-0a110000000000001 -AuthorityPath $authority -AuthorizedCidrBlock 10.1.0.0/16 @more
$null = & $given
Write-Endpoint
