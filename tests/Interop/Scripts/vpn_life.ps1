# One part of a VPN's life, as docs/site-to-site-vpn.md shows it.
param([string] $VpnConnectionId, [string] $Folder, [string] $Part, [string] $Take, [string] $Tunnel, [string] $Log)

$ErrorActionPreference = 'Stop'
. $PSScriptRoot/transcript.ps1
$null = $VpnConnectionId, $Folder, $Take, $Tunnel, $Log # read by the commands below
$parts = @{
    up = @(
        'Get-SiteToSiteVpn'
        'Get-VpnTunnelStatus office'
        'Test-SiteToSiteVpn office | Format-List Code, Subject, Fix'
        'Set-SiteToSiteVpn office -PropagateRoutes | Out-Null'
        'Test-SiteToSiteVpn office'
    )
    rotate = @(
        @'
Reset-VpnTunnelKey office | ForEach-Object {
    $_ | Export-VpnDeviceConfig -Format swanctl -Path "$folder/swanctl/" -LocalNetwork 192.168.0.0/16 -Confirm:$false | Out-Null
    sh $take $_.OutsideIpAddress | Out-Null
    "$($_.OutsideIpAddress) has a new key"
}
'@
        'Get-VpnTunnelStatus office'
    )
    break = @(
        'Set-VpnTunnelOption office -OutsideIpAddress $tunnel -TunnelOption (New-VpnTunnelOption -PreSharedKey (ConvertTo-SecureString another.key_1 -AsPlainText)) -NoWait'
    )
    broken = @(
        'Get-VpnTunnelStatus office'
        'Test-SiteToSiteVpn office -LogLine (Get-Content $log) | Format-List Code, Subject, Evidence, Fix'
    )
    remove = @(
        'Remove-SiteToSiteVpn office -IncludeGateway -WhatIf'
        'Remove-SiteToSiteVpn office -IncludeGateway -Confirm:$false'
        'Get-SiteToSiteVpn'
    )
}
Write-Transcript $parts[$Part]
