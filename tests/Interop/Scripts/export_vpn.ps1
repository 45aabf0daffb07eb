# Makes a VPN into shop with the options that a New-VpnTunnelOption command gives, exports it for some devices into a folder each, and says which
# connection it is.
param([string] $Option, [string] $Device, [string] $Folder, [string] $Formats, [switch] $Bgp)

$ErrorActionPreference = 'Stop'
$tunnel = & ([scriptblock]::Create($Option))
$routing = if ($Bgp) { @{ CustomerGatewayAsn = 65010 } } else { @{ StaticRoute = '192.168.0.0/16' } }
$vpn = New-SiteToSiteVpn shop $Device -TunnelOption $tunnel, $tunnel @routing
foreach ($format in $Formats.Split(',')) {
    $null = $vpn | Export-VpnDeviceConfig -Format $format -Path "$Folder/$format/" -LocalNetwork 192.168.0.0/16
}
$vpn.VpnConnectionId
