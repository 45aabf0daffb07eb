# One part of a Client VPN's life, as docs/client-vpn.md shows it. The folder of a run is another one each time, and is written as ~.
param([string] $Folder, [string] $Part)

$ErrorActionPreference = 'Stop'
. $PSScriptRoot/transcript.ps1
Set-Location $Folder
$parts = @{
    made = @(
        "New-ClientVpnAuthority ./vpn 'Example VPN' vpn.example.com"
        'Get-ClientVpn'
        @'
$people = @{
    Name = 'people'
    ClientCidrBlock = '10.200.0.0/22'
    SubnetId = 'subnet-0a110000000000002', 'subnet-0a110000000000003'
    AuthorityPath = './vpn'
    AuthorizedCidrBlock = '10.1.0.0/16'
    SplitTunnel = $true
}
New-ClientVpn @people -WhatIf
'@
        'New-ClientVpn @people'
        "'anna', 'ben' | New-ClientVpnUser ./vpn | Export-ClientVpnConfig people ./files"
    )
    mended = @(
        'Test-ClientVpn people -AuthorityPath ./vpn | Format-List Code, Subject, Evidence, Fix'
        'Add-ClientVpnRoute people 10.101.0.0/16 | Out-Null'
        'Grant-ClientVpnAccess people 10.101.0.0/16 | Out-Null'
        'Test-ClientVpn people -AuthorityPath ./vpn'
    )
    connected = @(
        'Get-ClientVpnConnection people'
        'Get-ClientVpnExpiry ./vpn -WarningDays 400 -MinimumSeverity Warning | Format-List Kind, DaysLeft, Consequence'
    )
    revoked = @(
        'Revoke-ClientVpnUser ./vpn ben -ClientVpnEndpointId people -Confirm:$false'
        'Get-ClientVpnUser ./vpn'
    )
    left = @(
        'Get-ClientVpnConnection people -Active'
        'Test-ClientVpn people -AuthorityPath ./vpn'
    )
    removed = @(
        'Remove-ClientVpn people -WhatIf'
        'Remove-ClientVpn people -Confirm:$false'
        'Get-ClientVpn'
    )
}
Write-Transcript $parts[$Part] | ForEach-Object { $_.Replace($Folder, '~') }
