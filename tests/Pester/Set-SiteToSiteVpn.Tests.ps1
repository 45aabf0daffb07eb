Describe 'Set-SiteToSiteVpn' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $vpn = New-SiteToSiteVpn shop 198.51.100.7 -StaticRoute 192.168.0.0/16, 172.16.0.0/12 -PropagateRoutes -Tag @{ Name = 'office' }
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Set-SiteToSiteVpn | Should -BeExactly 'AssociationRouteTableId', 'CustomerGatewayAsn', 'CustomerGatewayIpAddress', 'DeviceName',
        'LocalIpv4NetworkCidr', 'LocalIpv6NetworkCidr', 'NoWait', 'PropagateRoutes', 'PropagationRouteTableId', 'Prune', 'RemoteIpv4NetworkCidr',
        'RemoteIpv6NetworkCidr', 'RemoveTag', 'RouteTableId', 'StaticRoute', 'Tag', 'ThrottleLimit', 'Timeout', 'TransitGatewayId', 'TunnelBandwidth',
        'VpnConnectionId', 'VpnGatewayId'
    }

    It 'brings static routes to a set, once' {
        Get-Write { $vpn | Set-SiteToSiteVpn -StaticRoute 192.168.0.0/16, 10.9.0.0/16 -Prune } | Sort-Object | Should -BeExactly CreateVpnConnectionRoute, DeleteVpnConnectionRoute
        (Get-SiteToSiteVpn office).StaticRoutes | Sort-Object | Should -BeExactly 10.9.0.0/16, 192.168.0.0/16
        Get-Write { $vpn | Set-SiteToSiteVpn -StaticRoute 192.168.0.0/16, 10.9.0.0/16 -Prune } | Should -BeNullOrEmpty
    }

    It 'changes the device with a warning, and keeps the addresses of the AWS ends' {
        $changed = Set-SiteToSiteVpn office -CustomerGatewayIpAddress 198.51.100.77 -WarningVariable warning -WarningAction SilentlyContinue
        $changed.CustomerGatewayIpAddress | Should -BeExactly 198.51.100.77
        $changed.Tunnels.OutsideIpAddress | Should -BeExactly $vpn.Tunnels.OutsideIpAddress
        $warning | Should -Match 'Both tunnels'
    }

    It 'sets and removes tags' {
        Set-SiteToSiteVpn office -Tag @{ Team = 'net' } | Out-Null
        (Set-SiteToSiteVpn office -RemoveTag Team).Tags.Keys | Should -BeExactly Name
    }

    It 'shows with -WhatIf what it would do' {
        Get-Write { Set-SiteToSiteVpn office -TransitGatewayId hub -StaticRoute 192.168.0.0/16 -WhatIf -WarningAction SilentlyContinue } | Should -BeNullOrEmpty
    }

    It 'wants the static routes named before it moves them' {
        { Set-SiteToSiteVpn office -TransitGatewayId hub -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidParameter,NetConnect.PowerShell.SetSiteToSiteVpnCommand'
    }
}
