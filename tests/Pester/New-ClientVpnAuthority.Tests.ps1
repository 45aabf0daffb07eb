Describe 'New-ClientVpnAuthority' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter New-ClientVpnAuthority | Should -BeExactly @(
            'Name', 'Passphrase', 'Path', 'Renew', 'RevocationListDays', 'ServerName', 'ServerValidityDays', 'ValidityDays'
        )
    }

    It 'makes an authority once' {
        $folder = Join-Path $TestDrive vpn
        $made = New-ClientVpnAuthority $folder Example vpn.example.com
        $made.ServerCertificatePem | Should -Match '^-----BEGIN CERTIFICATE-----'
        $files = Get-ChildItem $folder -Recurse -File
        (New-ClientVpnAuthority $folder Example vpn.example.com).ServerSerialNumber | Should -BeExactly $made.ServerSerialNumber
        (Get-ChildItem $folder -Recurse -File).FullName | Should -BeExactly $files.FullName
        if (-not $IsWindows) {
            (Get-Item $folder).UnixMode, (Get-Item "$folder/issued/$($made.ServerSerialNumber).key.pem").UnixMode | Should -BeExactly 'drwx------', '-rw-------'
        }
        (New-ClientVpnAuthority $folder Example vpn.example.com -Renew).ServerSerialNumber | Should -Not -BeExactly $made.ServerSerialNumber
    }

    It 'encrypts the keys with a passphrase' {
        $passphrase = [System.Net.NetworkCredential]::new('', 'correct horse').SecurePassword
        (New-ClientVpnAuthority (Join-Path $TestDrive secret) Example -Passphrase $passphrase).KeysAreEncrypted | Should -BeTrue
        Get-ChildItem (Join-Path $TestDrive secret/issued/*.key.pem) | Get-Content -TotalCount 1 | Should -BeExactly (@('-----BEGIN ENCRYPTED PRIVATE KEY-----') * 2)
        { New-ClientVpnAuthority (Join-Path $TestDrive secret) Example -ErrorAction Stop } | Should -Throw -ErrorId 'PassphraseWrong,*'
    }

    It 'writes nothing with -WhatIf' {
        New-ClientVpnAuthority (Join-Path $TestDrive whatif) Example -WhatIf | Should -BeNullOrEmpty
        Join-Path $TestDrive whatif | Should -Not -Exist
    }

    It 'refuses a server name without a domain' {
        { New-ClientVpnAuthority (Join-Path $TestDrive bad) Example server -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,NetConnect.PowerShell.NewClientVpnAuthorityCommand'
    }
}
