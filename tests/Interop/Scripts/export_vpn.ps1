# Makes a VPN into shop, or to the transit gateway hub, with the options that a New-VpnTunnelOption command gives, exports it for some devices into a folder each, and says which
# connection it is.
param([string] $Option, [string] $Device, [string] $Folder, [string] $Formats, [string] $Routing)

$ErrorActionPreference = 'Stop'
$tunnel = & ([scriptblock]::Create($Option))
$target = switch ($Routing) {
    Static { @{ VpcId = 'shop'; StaticRoute = '192.168.0.0/16' } }
    Bgp { @{ VpcId = 'shop'; CustomerGatewayAsn = 65010 } }
    TransitBgp { @{ TransitGatewayId = 'hub'; CustomerGatewayAsn = 65010 } }
}
$vpn = New-SiteToSiteVpn @target -CustomerGatewayIpAddress $Device -TunnelOption $tunnel, $tunnel -Tag @{ Name = 'office' }
foreach ($format in $Formats.Split(',')) {
    $null = $vpn | Export-VpnDeviceConfig -Format $format -Path "$Folder/$format/" -LocalNetwork 192.168.0.0/16
}
$vpn.VpnConnectionId
