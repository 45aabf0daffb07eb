Describe 'New-VpcPeering' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter New-VpcPeering | Should -BeExactly @(
            'DnsResolution', 'ExcludeCidr', 'MainRouteTable', 'NoDnsCheck', 'NoWait', 'PeerOwnerId',
            'PeerVpcId', 'Replace', 'Route', 'RouteTableId', 'RouteTableTag', 'SubnetId', 'Tag',
            'ThrottleLimit', 'Timeout', 'VpcId'
        )
    }

    It 'gives an active peering with both sides' {
        $peering = New-VpcPeering shop data @peer
        $peering.Status | Should -BeExactly active
        $peering.Requester.OwnerId | Should -BeExactly 111111111111
        $peering.Accepter.OwnerId | Should -BeExactly 222222222222
        $peering.Accepter.Region | Should -BeExactly us-east-1
    }

    It 'makes routes to every CIDR of the other side in every table' {
        $peering = New-VpcPeering shop data @peer -Route
        $routes = Get-PeeringRoutes $peering @peer
        $routes | Should -HaveCount 12
        $routes.State | Select-Object -Unique | Should -BeExactly Active
    }

    It 'writes nothing the second time' {
        $first = New-VpcPeering shop data @peer -Route -Tag @{ Name = 'once' }
        Get-Write { New-VpcPeering shop data @peer -Route -Tag @{ Name = 'once' } } | Should -BeNullOrEmpty
        (Get-VpcPeering).VpcPeeringConnectionId | Should -BeExactly $first.VpcPeeringConnectionId
    }

    It 'writes nothing with -WhatIf' {
        Get-Write { New-VpcPeering shop data @peer -Route -WhatIf | Should -BeNullOrEmpty } | Should -BeNullOrEmpty
    }

    It 'asks with -Confirm, and ends with one error where nobody can answer' {
        $script = "
            . '$PSScriptRoot/Start.ps1'
            [pscustomobject]@{ VpcId = 'shop' }, [pscustomobject]@{ VpcId = 'tools' } | New-VpcPeering -PeerVpcId data @peer -Confirm
            `"`$(`$Error.Count) error, `$(@(Get-VpcPeering).Count) peerings`""
        $output = pwsh -NoProfile -NonInteractive -Command $script 2>&1 | Out-String
        $output | Should -Match 'Confirm:\$false'
        $output | Should -Match '1 error, 0 peerings'
    }

    It 'can be left by a command further down the pipeline' {
        $first = 'shop', 'tools' | ForEach-Object { [pscustomobject]@{ VpcId = $_ } } | New-VpcPeering -PeerVpcId data @peer | Select-Object -First 1
        $first.VpcId | Should -BeExactly vpc-0a110000000000001
        (New-VpcPeering tools data @peer).Status | Should -BeExactly active
    }

    It 'sets the DNS option of each side by its owner' {
        $peering = New-VpcPeering shop data @peer -DnsResolution Both
        $peering.Requester.AllowDnsResolutionFromRemoteVpc | Should -BeTrue
        $peering.Accepter.AllowDnsResolutionFromRemoteVpc | Should -BeTrue
    }

    It 'takes rows from the pipeline, keeps their order, and leaves the others alone where one fails' {
        $rows = [pscustomobject]@{ VpcId = 'shop'; PeerVpcId = 'data' },
        [pscustomobject]@{ VpcId = 'shop'; PeerVpcId = 'legacy' },
        [pscustomobject]@{ VpcId = 'tools'; PeerVpcId = 'data' }
        $peerings = $rows | New-VpcPeering @peer -ErrorAction SilentlyContinue -ErrorVariable failures
        $peerings.VpcId | Should -BeExactly 'vpc-0a110000000000001', 'vpc-0a120000000000001'
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'CidrOverlap,NetConnect.PowerShell.NewVpcPeeringCommand'
    }

    It 'leaves the request to the other account with -PeerOwnerId' {
        (New-VpcPeering shop vpc-0b220000000000001 -PeerOwnerId 222222222222).Status | Should -BeExactly pending-acceptance
    }

    It 'says which VPC is not there' {
        { New-VpcPeering shop vpc-0123456789abcdef0 @peer -ErrorAction Stop } |
            Should -Throw -ErrorId 'VpcNotFound,NetConnect.PowerShell.NewVpcPeeringCommand'
    }
}
