Describe 'Remove-PeeringRoutes' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $peering = New-VpcPeering shop data @peer -Route -Tag @{ Name = 'shop-data' }
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Remove-PeeringRoutes | Should -BeExactly @(
            'ExcludeCidr', 'MainRouteTable', 'RouteTableId', 'RouteTableTag', 'Side', 'SubnetId',
            'ThrottleLimit', 'VpcPeeringConnectionId'
        )
    }

    It 'removes the routes of both sides and leaves the peering' {
        $peering | Remove-PeeringRoutes @peer -Confirm:$false
        (Get-PeeringRoutes shop-data @peer).State | Select-Object -Unique | Should -BeExactly Missing
        (Get-VpcPeering shop-data).Status | Should -BeExactly active
    }

    It 'removes those of one side alone' {
        Remove-PeeringRoutes shop-data -Side Accepter @peer -Confirm:$false
        (Get-PeeringRoutes shop-data @peer | Where-Object State -EQ Active).Side | Select-Object -Unique | Should -BeExactly Requester
    }

    It 'removes nothing with -WhatIf' {
        Remove-PeeringRoutes shop-data @peer -WhatIf
        (Get-PeeringRoutes shop-data @peer).State | Select-Object -Unique | Should -BeExactly Active
    }

    It 'is done where nothing is left to remove' {
        Remove-PeeringRoutes shop-data @peer -Confirm:$false
        { Remove-PeeringRoutes shop-data @peer -Confirm:$false -ErrorAction Stop } | Should -Not -Throw
    }
}
