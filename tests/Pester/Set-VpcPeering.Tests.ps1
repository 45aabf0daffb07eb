Describe 'Set-VpcPeering' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $peering = New-VpcPeering shop data @peer -Tag @{ Name = 'shop-data' }
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Set-VpcPeering | Should -BeExactly 'DnsResolution', 'Tag', 'ThrottleLimit', 'VpcPeeringConnectionId'
    }

    It 'sets the DNS option of both sides' {
        $changed = Set-VpcPeering shop-data -DnsResolution Both @peer
        $changed.Requester.AllowDnsResolutionFromRemoteVpc, $changed.Accepter.AllowDnsResolutionFromRemoteVpc | Should -BeExactly $true, $true
    }

    It 'sets tags in both accounts and keeps the others' {
        $null = $peering | Set-VpcPeering -Tag @{ Team = 'net' } @peer
        (Get-VpcPeering shop-data).Tags['Team'] | Should -BeExactly net
        $there = Get-VpcPeering $peering.VpcPeeringConnectionId -Region us-east-1 -RoleArn $peer.PeerRoleArn
        $there.Tags['Team'] | Should -BeExactly net
    }

    It 'changes nothing with -WhatIf' {
        Set-VpcPeering shop-data -Tag @{ Team = 'net' } @peer -WhatIf
        (Get-VpcPeering shop-data).Tags.ContainsKey('Team') | Should -BeFalse
    }

    It 'says which VPC lacks the DNS attributes before it changes anything' {
        $legacy = New-VpcPeering tools legacy @peer
        { $legacy | Set-VpcPeering -DnsResolution Both @peer -ErrorAction Stop } |
            Should -Throw -ErrorId 'DnsAttributesMissing,NetConnect.PowerShell.SetVpcPeeringCommand'
    }
}
