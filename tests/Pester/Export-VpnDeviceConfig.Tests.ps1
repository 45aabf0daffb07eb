Describe 'Export-VpnDeviceConfig' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
        $office = New-SiteToSiteVpn shop 198.51.100.7 -StaticRoute 192.168.0.0/16 -Tag @{ Name = 'office' } -TunnelOption (New-VpnTunnelOption Recommended), (New-VpnTunnelOption Recommended)
        $null = New-SiteToSiteVpn shop 198.51.100.8 -CustomerGatewayAsn 65010 -Tag @{ Name = 'branch' }
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Export-VpnDeviceConfig | Should -BeExactly @(
            'DeviceTypeId', 'Format', 'IkeVersion', 'IncludeSecret', 'LocalAddress', 'LocalNetwork', 'Path', 'PreSharedKey', 'RemoteNetwork',
            'SampleType', 'ThrottleLimit', 'VpnConnectionId'
        )
    }

    It 'gives text for <_>, without keys and without a write' -ForEach swanctl, ipsecconf, libreswan, frr, bird, ciscoios, pfsense, vyos, mikrotik, rras, json {
        $calls = $sandbox.CallCount
        $config = Export-VpnDeviceConfig office -Format $_
        $sandbox.Calls | Select-Object -Skip $calls | Where-Object Action -NotLike 'Describe*' | Should -BeNullOrEmpty
        $config.Format | Should -BeExactly $_
        $config.IncludesSecret | Should -BeFalse
        $config.Text | Should -Match $office.VpnConnectionId
    }

    It 'writes files for their owner from the pipeline, the second time nothing' {
        $folder = Join-Path $TestDrive 'devices/'
        $made = Get-SiteToSiteVpn | Export-VpnDeviceConfig -Format swanctl -Path $folder
        $made | Should -HaveCount 2
        $made.Path | Get-Item | Should -HaveCount 4
        if (-not $IsWindows) {
            (Get-Item $folder).UnixMode, (Get-Item $made[0].Path[0]).UnixMode | Should -BeExactly 'drwx------', '-rw-------'
        }
        Get-SiteToSiteVpn | Export-VpnDeviceConfig -Format swanctl -Path $folder | Should -HaveCount 2
    }

    It 'names the steps with -WhatIf and writes no file' {
        Export-VpnDeviceConfig office frr (Join-Path $TestDrive whatif.conf) -WhatIf | Should -BeNullOrEmpty
        Join-Path $TestDrive whatif.conf | Should -Not -Exist
    }

    It 'shows a list with the notes and no text' {
        $shown = Export-VpnDeviceConfig office swanctl -IncludeSecret | Out-String
        $shown | Should -Match 'Notes +: .*swanctl --load-all'
        $shown | Should -Not -Match 'secret ='
    }

    It 'gives objects that survive Export-Clixml with their files' {
        $file = Join-Path $TestDrive config.xml
        Export-VpnDeviceConfig office ipsecconf | Export-Clixml $file
        (Import-Clixml $file).Files.Name | Should -HaveCount 4
    }

    It 'says what to do where a device cannot do what the tunnel asks for' {
        { Export-VpnDeviceConfig office aws -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidParameter,NetConnect.PowerShell.ExportVpnDeviceConfigCommand'
    }
}
