Describe 'Approve-VpcPeering' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $request = Request-Peering
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Approve-VpcPeering | Should -BeExactly 'NoWait', 'ThrottleLimit', 'Timeout', 'VpcPeeringConnectionId'
    }

    It 'accepts a request and waits until it is active' {
        ($request | Approve-VpcPeering).Status | Should -BeExactly active
    }

    It 'gives a peering that is accepted already as it is' {
        $null = Approve-VpcPeering $request.VpcPeeringConnectionId
        (Approve-VpcPeering $request.VpcPeeringConnectionId).Status | Should -BeExactly active
    }

    It 'accepts nothing with -WhatIf' {
        $request | Approve-VpcPeering -WhatIf | Should -BeNullOrEmpty
        (Get-VpcPeering $request.VpcPeeringConnectionId).Status | Should -BeExactly pending-acceptance
    }

    It 'refuses a request that was rejected' {
        $null = $request | Deny-VpcPeering
        { $request | Approve-VpcPeering -ErrorAction Stop } |
            Should -Throw -ErrorId 'PeeringRejected,NetConnect.PowerShell.ApproveVpcPeeringCommand'
    }
}
