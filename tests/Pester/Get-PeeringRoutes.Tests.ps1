Describe 'Get-PeeringRoutes' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
        $peering = New-VpcPeering shop data @peer -Tag @{ Name = 'shop-data' }
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Get-PeeringRoutes | Should -BeExactly @(
            'ExcludeCidr', 'MainRouteTable', 'RouteTableId', 'RouteTableTag', 'Side', 'SubnetId',
            'ThrottleLimit', 'VpcPeeringConnectionId'
        )
    }

    It 'lists every destination in every table of both sides' {
        $routes = $peering | Get-PeeringRoutes @peer
        $routes | Should -HaveCount 12
        $routes.State | Select-Object -Unique | Should -BeExactly Missing
        $routes | Where-Object Side -EQ Accepter | ForEach-Object DestinationCidrBlock | Select-Object -Unique |
            Should -Be '10.1.0.0/16', '10.101.0.0/16', '2001:db8:a11:1100::/56'
    }

    It 'shows one side alone' {
        (Get-PeeringRoutes shop-data -Side Requester @peer).Side | Select-Object -Unique | Should -BeExactly Requester
    }

    It 'chooses tables by tag, subnet and main table' {
        Get-PeeringRoutes shop-data @peer -RouteTableTag @{ Tier = 'database' } | Should -HaveCount 2
        (Get-PeeringRoutes shop-data @peer -SubnetId subnet-0a110000000000004).RouteTableName | Select-Object -Unique | Should -BeExactly shop-database
        (Get-PeeringRoutes shop-data @peer -MainRouteTable).RouteTableName | Select-Object -Unique | Should -BeExactly 'shop-main', 'data-main'
    }

    It 'leaves out the side that the credentials do not reach' {
        (Get-PeeringRoutes shop-data).Side | Select-Object -Unique | Should -BeExactly Requester
    }

    It 'says that a side is not reached where it was asked for' {
        { Get-PeeringRoutes shop-data -Side Accepter -ErrorAction Stop } |
            Should -Throw -ErrorId 'OtherSideNotReachable,NetConnect.PowerShell.GetPeeringRoutesCommand'
    }

    It 'shows the routes of a peering as one table' {
        $table = $peering | Get-PeeringRoutes @peer | Out-String -Width 160
        $table | Should -Match 'VpcPeeringConnectionId: pcx-'
        $table | Should -Match 'DestinationCidrBlock'
    }
}
