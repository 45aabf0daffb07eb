# Changes the keys of a VPN's tunnels. Each new key is exported for the device, which takes it by a program that is told the tunnel.
param([string] $VpnConnectionId, [string] $Folder, [string] $Take)

$ErrorActionPreference = 'Stop'
Reset-VpnTunnelKey $VpnConnectionId | ForEach-Object {
    $null = $_ | Export-VpnDeviceConfig -Format swanctl -Path "$Folder/swanctl/" -LocalNetwork 192.168.0.0/16 -Confirm:$false
    $said = & sh $Take $_.OutsideIpAddress
    if ($LASTEXITCODE) { throw "The device did not take the key of $($_.OutsideIpAddress). $said" }
    $_.OutsideIpAddress
}
