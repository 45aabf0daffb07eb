Describe 'Remove-SiteToSiteVpn' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $vpn = New-SiteToSiteVpn shop 198.51.100.7 -StaticRoute 192.168.0.0/16 -PropagateRoutes -Tag @{ Name = 'office' }
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Remove-SiteToSiteVpn | Should -BeExactly 'IncludeGateway', 'PassThru', 'ThrottleLimit', 'Timeout', 'VpnConnectionId'
    }

    It 'removes the connection and gives nothing' {
        $vpn | Remove-SiteToSiteVpn -Confirm:$false | Should -BeNullOrEmpty
        Get-SiteToSiteVpn | Should -BeNullOrEmpty
    }

    It 'removes the gateways too where it is told to' {
        Get-Write { Remove-SiteToSiteVpn office -IncludeGateway -Confirm:$false } | Should -Contain DeleteVpnGateway
    }

    It 'removes nothing with -WhatIf' {
        Get-Write { Remove-SiteToSiteVpn office -IncludeGateway -WhatIf } | Should -BeNullOrEmpty
    }
}
