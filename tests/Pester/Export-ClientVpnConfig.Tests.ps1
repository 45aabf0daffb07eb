Describe 'Export-ClientVpnConfig' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
        $authority = New-ClientVpnAuthority (Join-Path $TestDrive vpn) Example
        $null = 'anna', 'ben', 'carl' | New-ClientVpnUser $authority.Path
        $endpoint = New-ClientVpn staff 10.200.0.0/22 @certificates
        $PSDefaultParameterValues['Export-ClientVpnConfig:WarningAction'] = 'SilentlyContinue'
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Export-ClientVpnConfig | Should -BeExactly @(
            'AuthorityPath', 'ClientVpnEndpointId', 'KeyPassphrase', 'Mssfix', 'Passphrase', 'Path', 'RandomHostPrefix', 'StaticChallenge',
            'ThrottleLimit', 'UserName'
        )
    }

    It 'writes one file by parameter' {
        $file = Join-Path $TestDrive anna.ovpn
        $made = Export-ClientVpnConfig staff $file anna -AuthorityPath $authority.Path -RandomHostPrefix -Mssfix 1300
        $made.UserName, $made.Path, $made.EndpointName, $made.ClientVpnEndpointId | Should -BeExactly 'anna', $file, 'staff', $endpoint.ClientVpnEndpointId
        $file | Should -FileContentMatchMultiline '(?s)remote [0-9a-f]{12}\.cvpn-endpoint-.*mssfix 1300.*<cert>.*<key>'
        $file | Should -Not -FileContentMatch 'remote-random-hostname'
    }

    It 'writes a file for each person from the pipeline for their owner, the second time none' {
        $folder = Join-Path $TestDrive files
        $made = Get-ClientVpnUser $authority.Path | Export-ClientVpnConfig staff $folder
        $made.UserName | Should -BeExactly 'anna', 'ben', 'carl'
        $made.Path | Get-Item | Should -HaveCount 3
        if (-not $IsWindows) {
            (Get-Item $folder).UnixMode, (Get-Item $made[0].Path).UnixMode | Should -BeExactly 'drwx------', '-rw-------'
        }
        $written = (Get-Item $made[0].Path).LastWriteTimeUtc
        $again = Get-ClientVpnUser $authority.Path | Export-ClientVpnConfig staff $folder
        $again | Should -HaveCount 3
        (Get-Item $again[0].Path).LastWriteTimeUtc | Should -Be $written
    }

    It 'names the files with -WhatIf and writes none' {
        Export-ClientVpnConfig staff (Join-Path $TestDrive whatif) anna, ben -AuthorityPath $authority.Path -WhatIf | Should -BeNullOrEmpty
        Join-Path $TestDrive whatif | Should -Not -Exist
    }

    It 'asks before it replaces another file' {
        $file = Join-Path $TestDrive other.ovpn
        Set-Content $file mine
        $null = Export-ClientVpnConfig staff $file anna -AuthorityPath $authority.Path -Confirm:$false
        $file | Should -FileContentMatch '<key>'
    }

    It 'encrypts the key where it is asked to' {
        $made = Export-ClientVpnConfig staff (Join-Path $TestDrive encrypted) ben -AuthorityPath $authority.Path `
            -Encrypt ([System.Net.NetworkCredential]::new('', 'told by telephone').SecurePassword)
        $made.KeyIsEncrypted | Should -BeTrue
        $made.Path | Should -FileContentMatch 'BEGIN ENCRYPTED PRIVATE KEY'
        $made.Path | Should -Not -FileContentMatch 'BEGIN PRIVATE KEY'
    }

    It 'shows a table and no secret, and survives Export-Clixml' {
        $made = Export-ClientVpnConfig staff (Join-Path $TestDrive view) anna -AuthorityPath $authority.Path
        $shown = $made | Out-String
        $shown | Should -Match 'anna'
        $shown + [System.Management.Automation.PSSerializer]::Serialize($made) | Should -Not -Match 'BEGIN'
        $made | Export-Clixml (Join-Path $TestDrive made.xml)
        (Import-Clixml (Join-Path $TestDrive made.xml)).Fingerprint | Should -BeExactly $made.Fingerprint
    }

    It 'reports who may not connect and goes on' {
        $null = Revoke-ClientVpnUser $authority.Path carl -Confirm:$false
        $made = Export-ClientVpnConfig staff (Join-Path $TestDrive refused) carl, nobody, ben -AuthorityPath $authority.Path -ErrorAction SilentlyContinue -ErrorVariable failed
        $made.UserName | Should -BeExactly 'ben'
        $failed.FullyQualifiedErrorId | Should -BeExactly 'ClientVpnUserNotValid,NetConnect.PowerShell.ExportClientVpnConfigCommand',
        'ClientVpnUserNotFound,NetConnect.PowerShell.ExportClientVpnConfigCommand'
    }
}
