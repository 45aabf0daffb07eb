Describe 'Deny-VpcPeering' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $request = Request-Peering
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Deny-VpcPeering | Should -BeExactly 'ThrottleLimit', 'VpcPeeringConnectionId'
    }

    It 'rejects a request' {
        ($request | Deny-VpcPeering).Status | Should -BeExactly rejected
        (Get-VpcPeering $request.VpcPeeringConnectionId).Status | Should -BeExactly rejected
    }

    It 'gives a request that is rejected already as it is' {
        $null = $request | Deny-VpcPeering
        ($request | Deny-VpcPeering).Status | Should -BeExactly rejected
    }

    It 'rejects nothing with -WhatIf' {
        $request | Deny-VpcPeering -WhatIf | Should -BeNullOrEmpty
        (Get-VpcPeering $request.VpcPeeringConnectionId).Status | Should -BeExactly pending-acceptance
    }

    It 'refuses a peering that is active' {
        $null = $request | Approve-VpcPeering
        { $request | Deny-VpcPeering -ErrorAction Stop } |
            Should -Throw -ErrorId 'PeeringStateConflict,NetConnect.PowerShell.DenyVpcPeeringCommand'
    }
}
