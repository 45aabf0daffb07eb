Describe 'New-VpcPeering' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
    }
    AfterEach {
        Stop-NetConnectSandbox
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
        $again = New-VpcPeering shop data @peer -Route -Tag @{ Name = 'once' }
        $again.VpcPeeringConnectionId | Should -BeExactly $first.VpcPeeringConnectionId
        Get-VpcPeering | Should -HaveCount 1
    }

    It 'writes nothing with -WhatIf' {
        New-VpcPeering shop data @peer -Route -WhatIf | Should -BeNullOrEmpty
        Get-VpcPeering | Should -BeNullOrEmpty
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
