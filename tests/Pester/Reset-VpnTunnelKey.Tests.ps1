Describe 'Reset-VpnTunnelKey' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $vpn = New-SiteToSiteVpn shop 198.51.100.7 -StaticRoute 192.168.0.0/16 -Tag @{ Name = 'office' }
        Connect-Vpn $vpn
        function Connect-Device($Key) {
            $peer = [NetConnect.Sandbox.SandboxVpnPeer]@{ PreSharedKey = $Key.GetPreSharedKey() | ConvertFrom-SecureString -AsPlainText }
            $sandbox.Vpn.Connect($Key.VpnConnectionId, $Key.OutsideIpAddress, $peer)
        }
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Reset-VpnTunnelKey | Should -BeExactly 'AllowOutage', 'NoWait', 'OlderThan', 'OutsideIpAddress', 'PreSharedKey', 'ThrottleLimit', 'Timeout', 'VpnConnectionId'
    }

    It 'hands each key on before it waits for the tunnel' {
        Get-Write { $vpn | Reset-VpnTunnelKey | ForEach-Object { Connect-Device $_ } } | Should -BeExactly ModifyVpnTunnelOptions, ModifyVpnTunnelOptions
        ($vpn | Get-VpnTunnelStatus).Status | Should -BeExactly UP, UP
    }

    It 'changes nothing the second time, and everything with -OlderThan' {
        $vpn | Reset-VpnTunnelKey | ForEach-Object { Connect-Device $_ }
        Get-Write { $vpn | Reset-VpnTunnelKey -WarningAction SilentlyContinue } | Should -BeNullOrEmpty
        Get-Write { $vpn | Reset-VpnTunnelKey -OlderThan (Get-Date).AddSeconds(1) | ForEach-Object { Connect-Device $_ } } | Should -HaveCount 2
    }

    It 'changes one tunnel with -NoWait' {
        $key = Reset-VpnTunnelKey office -NoWait -WarningAction SilentlyContinue
        $key | Should -HaveCount 1
        $key | Format-List * | Out-String | Should -Not -Match ($key.GetPreSharedKey() | ConvertFrom-SecureString -AsPlainText)
    }

    It 'shows with -WhatIf what it would do' {
        Get-Write { Reset-VpnTunnelKey office -WhatIf } | Should -BeNullOrEmpty
    }
}
