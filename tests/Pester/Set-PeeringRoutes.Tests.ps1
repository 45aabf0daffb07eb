Describe 'Set-PeeringRoutes' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $peering = New-VpcPeering shop data @peer -Tag @{ Name = 'shop-data' }
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Set-PeeringRoutes | Should -BeExactly @(
            'ExcludeCidr', 'MainRouteTable', 'Prune', 'Replace', 'RouteTableId', 'RouteTableTag', 'Side',
            'SubnetId', 'ThrottleLimit', 'VpcPeeringConnectionId'
        )
    }

    It 'makes all routes of both sides' {
        $routes = $peering | Set-PeeringRoutes @peer
        $routes | Should -HaveCount 12
        $routes.State | Select-Object -Unique | Should -BeExactly Active
    }

    It 'writes nothing the second time' {
        Get-Write { Set-PeeringRoutes shop-data @peer } | Should -HaveCount 12
        Get-Write { Set-PeeringRoutes shop-data @peer } | Should -BeNullOrEmpty
    }

    It 'writes nothing with -WhatIf' {
        $null = Set-PeeringRoutes shop-data @peer -WhatIf
        (Get-PeeringRoutes shop-data @peer).State | Select-Object -Unique | Should -BeExactly Missing
    }

    It 'leaves excluded CIDRs out, and prunes what is no longer wanted' {
        $null = Set-PeeringRoutes shop-data @peer
        $null = Set-PeeringRoutes shop-data @peer -ExcludeCidr 10.101.0.0/16 -Prune
        Get-PeeringRoutes shop-data @peer | Where-Object State -EQ Missing | ForEach-Object DestinationCidrBlock | Select-Object -Unique |
            Should -BeExactly 10.101.0.0/16
    }

    It 'says how it takes a CIDR with host bits' {
        $null = Set-PeeringRoutes shop-data @peer -ExcludeCidr 10.101.7.1/16 -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -Match '10\.101\.0\.0/16'
    }

    It 'refuses a table that neither side has' {
        { Set-PeeringRoutes shop-data @peer -RouteTableId rtb-0123456789abcdef0 -ErrorAction Stop } |
            Should -Throw -ErrorId 'RouteTableNotFound,NetConnect.PowerShell.SetPeeringRoutesCommand'
    }
}
