Describe 'Remove-VpcPeering' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $peering = New-VpcPeering shop data @peer -Route -Tag @{ Name = 'shop-data' }
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Remove-VpcPeering | Should -BeExactly @(
            'NoWait', 'PassThru', 'PeerVpcId', 'Side', 'ThrottleLimit', 'Timeout', 'VpcId',
            'VpcPeeringConnectionId'
        )
    }

    It 'removes the peering and every route to it, and gives nothing' {
        $peering | Remove-VpcPeering @peer -Confirm:$false | Should -BeNullOrEmpty
        Get-VpcPeering | Should -BeNullOrEmpty
        Get-PeeringRoutes $peering @peer | Where-Object Target -EQ $peering.VpcPeeringConnectionId | Should -BeNullOrEmpty
    }

    It 'gives the removed peering with -PassThru' {
        (Remove-VpcPeering shop-data @peer -Confirm:$false -PassThru).Status | Should -BeIn 'deleting', 'deleted'
    }

    It 'removes nothing with -WhatIf' {
        Remove-VpcPeering shop-data @peer -WhatIf
        Get-PeeringRoutes shop-data @peer | Where-Object State -EQ Active | Should -HaveCount 12
    }

    It 'does nothing about a peering that is gone' {
        $peering | Remove-VpcPeering @peer -Confirm:$false
        $peering | Remove-VpcPeering @peer -Confirm:$false -PassThru | ForEach-Object Status | Should -BeExactly deleted
    }

    It 'ends with an error, and never hangs, where nobody can answer' {
        $script = "
            . '$PSScriptRoot/Start.ps1'
            New-VpcPeering shop tools | Remove-VpcPeering
            Get-VpcPeering | ForEach-Object Status"
        $output = pwsh -NoProfile -NonInteractive -Command $script 2>&1 | Out-String
        $output | Should -Match 'Confirm:\$false'
        $output | Should -Match 'active'
    }
}
