Describe 'Get-VpnTunnelStatus' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
        $vpn = New-SiteToSiteVpn shop 198.51.100.7 -StaticRoute 192.168.0.0/16 -Tag @{ Name = 'office' }
        Connect-Vpn $vpn
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Get-VpnTunnelStatus | Should -BeExactly 'GatewayId', 'IncludeMaintenance', 'IncludeNegotiation', 'Interval', 'Tag', 'ThrottleLimit', 'Timeout',
        'VpcId', 'VpnConnectionId', 'Wait', 'Watch'
    }

    It 'shows every tunnel by its outside address, with one call' {
        $calls = $sandbox.CallCount
        $status = Get-VpnTunnelStatus
        $sandbox.CallCount - $calls | Should -Be 1
        $status.Status | Should -BeExactly UP, UP
        $status.OutsideIpAddress | Sort-Object | Should -BeExactly ($vpn.Tunnels.OutsideIpAddress | Sort-Object)
    }

    It 'takes connections from the pipeline' {
        $vpn | Get-VpnTunnelStatus | Should -HaveCount 2
        Get-VpnTunnelStatus office | Out-String -Width 160 | Should -Match 'IPSEC IS UP'
    }

    It 'finds connections by VPC, gateway and tag' {
        Get-VpnTunnelStatus -VpcId shop | Should -HaveCount 2
        Get-VpnTunnelStatus -GatewayId $vpn.CustomerGatewayId | Should -HaveCount 2
        Get-VpnTunnelStatus -Tag @{ Name = 'other' } | Should -BeNullOrEmpty
    }

    It 'tells on request what the ends agreed on and what AWS has to do' {
        (Get-VpnTunnelStatus office)[0].Negotiation | Should -BeNullOrEmpty
        $tunnel = Get-VpnTunnelStatus office -IncludeNegotiation -IncludeMaintenance | Select-Object -First 1
        $tunnel.Negotiation.Phase1DHGroup | Should -Be 2
        $tunnel.Maintenance.IsPending | Should -BeFalse
    }

    It 'reports each tunnel that is not where it is waited for' {
        Get-VpnTunnelStatus office -Wait Up | Should -HaveCount 2
        $shown = Get-VpnTunnelStatus office -Wait Down -Timeout 1 -ErrorVariable late -ErrorAction SilentlyContinue
        $shown | Should -BeNullOrEmpty
        $late.FullyQualifiedErrorId | Should -BeLike 'WaitTimedOut,*'
        $late | Should -HaveCount 2
    }

    It 'streams changes, and only changes' {
        Get-VpnTunnelStatus office -Watch -Timeout 2 -Interval 1 | Should -BeNullOrEmpty
        $sandbox.Vpn.Flap($vpn.VpnConnectionId, $vpn.Tunnels[0].OutsideIpAddress, 1000, [timespan]::FromSeconds(2), [timespan]::FromSeconds(2))
        $change = Get-VpnTunnelStatus office -Watch -Interval 1 | Select-Object -First 1
        $change.Status | Should -BeIn UP, DOWN
        $change.OutsideIpAddress | Should -BeExactly $vpn.Tunnels[0].OutsideIpAddress
    }

    Context 'Colour' {
        BeforeAll {
            $rendering = if ($PSStyle) { $PSStyle.OutputRendering }
        }
        AfterAll {
            if ($PSStyle) { $PSStyle.OutputRendering = $rendering }
        }

        It 'is shown where the host shows it' -Skip:(-not $PSStyle) {
            $PSStyle.OutputRendering = 'Ansi'
            Get-VpnTunnelStatus office | Out-String | Should -Match ([regex]::Escape($PSStyle.Foreground.Green) + 'UP')
        }

        It 'is left away where it is not wanted, and in strict mode too' {
            Set-StrictMode -Version Latest
            if ($PSStyle) { $PSStyle.OutputRendering = 'PlainText' }
            $text = Get-VpnTunnelStatus office | Out-String
            $text | Should -Match 'UP'
            $text | Should -Not -Match ([char]27)
        }
    }
}
