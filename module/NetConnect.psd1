@{
    RootModule             = 'NetConnect.psm1'
    ModuleVersion          = '0.1.0'
    GUID                   = '5b8d2a4e-6f0b-4d0e-9a53-0c8f2f1f6a57'
    Author                 = 'The NetConnect authors'
    CompanyName            = 'The NetConnect authors'
    Copyright              = 'Copyright (c) The NetConnect authors. Licensed under Apache-2.0.'
    Description            = 'Builds, checks, repairs and removes AWS network connections, both sides at once: VPC peerings with their routes, DNS options and tags, across accounts and Regions; site-to-site VPNs with their gateways, tunnels and routes.'

    CompatiblePSEditions   = @('Desktop', 'Core')
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'

    FormatsToProcess       = @('NetConnect.Format.ps1xml')
    TypesToProcess         = @('NetConnect.Types.ps1xml')

    # Named one by one: PowerShell finds a command's module by this list without loading it.
    CmdletsToExport        = @(
        'Add-ClientVpnRoute'
        'Add-ClientVpnSubnet'
        'Approve-VpcPeering'
        'Deny-VpcPeering'
        'Disconnect-ClientVpnConnection'
        'Export-ClientVpnConfig'
        'Export-VpnDeviceConfig'
        'Get-ClientVpn'
        'Get-ClientVpnConnection'
        'Get-ClientVpnExpiry'
        'Get-ClientVpnUser'
        'Get-NetConnectSandbox'
        'Get-NetConnectSession'
        'Get-PeeringRoutes'
        'Get-SiteToSiteVpn'
        'Get-VpcPeering'
        'Get-VpnTunnelStatus'
        'Grant-ClientVpnAccess'
        'New-ClientVpn'
        'New-ClientVpnAuthority'
        'New-ClientVpnUser'
        'New-NetConnectSession'
        'New-SiteToSiteVpn'
        'New-VpcPeering'
        'New-VpnTunnelOption'
        'Remove-ClientVpn'
        'Remove-ClientVpnRoute'
        'Remove-ClientVpnSubnet'
        'Remove-PeeringRoutes'
        'Remove-SiteToSiteVpn'
        'Remove-VpcPeering'
        'Reset-VpnTunnelKey'
        'Revoke-ClientVpnAccess'
        'Revoke-ClientVpnUser'
        'Set-ClientVpn'
        'Set-NetConnectSession'
        'Set-PeeringRoutes'
        'Set-SiteToSiteVpn'
        'Set-VpcPeering'
        'Set-VpnTunnelOption'
        'Start-NetConnectSandbox'
        'Stop-NetConnectSandbox'
        'Test-ClientVpn'
        'Test-SiteToSiteVpn'
        'Update-ClientVpnRevocationList'
        'Update-VpnTunnel'
    )
    FunctionsToExport      = @()
    VariablesToExport      = @()
    AliasesToExport        = @()

    PrivateData            = @{
        PSData = @{
            Tags         = @('AWS', 'EC2', 'VPC', 'Peering', 'VPN', 'Network', 'Routing', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            ReleaseNotes = 'See CHANGELOG.md in the repository.'
        }
    }
}
