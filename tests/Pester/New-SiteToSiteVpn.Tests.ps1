Describe 'New-SiteToSiteVpn' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $office = @{ VpcId = 'shop'; CustomerGatewayIpAddress = '198.51.100.7'; StaticRoute = '192.168.0.0/16'; Tag = @{ Name = 'office' } }
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter New-SiteToSiteVpn | Should -BeExactly @(
            'AmazonSideAsn', 'AssociationRouteTableId', 'CustomerGatewayAsn', 'CustomerGatewayIpAddress', 'DeviceName', 'EnableAcceleration',
            'LocalIpv4NetworkCidr', 'LocalIpv6NetworkCidr', 'NoWait', 'OutsideIpAddressType', 'PreSharedKeyStorage', 'PropagateRoutes',
            'PropagationRouteTableId', 'RemoteIpv4NetworkCidr', 'RemoteIpv6NetworkCidr', 'RouteTableId', 'Static', 'StaticRoute', 'Tag',
            'ThrottleLimit', 'Timeout', 'TransitGatewayId', 'TransportTransitGatewayAttachmentId', 'TunnelBandwidth', 'TunnelInsideIpVersion',
            'TunnelOption', 'VpcId'
        )
    }

    It 'makes a connection that is available, with its route and its propagation' {
        $vpn = New-SiteToSiteVpn @office -PropagateRoutes
        $vpn.State, $vpn.Name, $vpn.StaticRoutes | Should -BeExactly available, office, 192.168.0.0/16
        $vpn.PropagatingRouteTableIds | Should -HaveCount 3
        $vpn.Tunnels | Should -HaveCount 2
    }

    It 'writes nothing when it runs again' {
        Get-Write { New-SiteToSiteVpn @office } | Should -Not -BeNullOrEmpty
        Get-Write { New-SiteToSiteVpn @office } | Should -BeNullOrEmpty
    }

    It 'writes nothing with -WhatIf' {
        Get-Write { New-SiteToSiteVpn @office -WhatIf } | Should -BeNullOrEmpty
    }

    It 'gives each tunnel its options' {
        $vpn = New-SiteToSiteVpn @office -TunnelOption (New-VpnTunnelOption CNSA), (New-VpnTunnelOption Recommended)
        $vpn.Tunnels[0].Options.Phase1DHGroupNumbers | Should -Be 20
        $vpn.Tunnels[1].Options.StartupAction | Should -BeExactly start
    }

    It 'joins a transit gateway, whose table has the static routes' {
        $vpn = New-SiteToSiteVpn -TransitGatewayId hub 198.51.100.9 -StaticRoute 192.168.0.0/16
        $vpn.TransitGatewayId, $vpn.AssociationRouteTableId | Should -BeExactly tgw-0a110000000000001, tgw-rtb-0a110000000000001
        $vpn.TransitGatewayRoutes | ForEach-Object State | Should -BeExactly active
        Get-Write { New-SiteToSiteVpn -TransitGatewayId hub 198.51.100.9 -StaticRoute 192.168.0.0/16 } | Should -BeNullOrEmpty
        Get-Write { $vpn | Remove-SiteToSiteVpn -Confirm:$false } | Should -BeExactly DeleteTransitGatewayRoute, DeleteVpnConnection
    }

    It 'joins a VPC or a transit gateway, not both' {
        { New-SiteToSiteVpn @office -TransitGatewayId hub } | Should -Throw -ErrorId 'AmbiguousParameterSet*'
    }
}
