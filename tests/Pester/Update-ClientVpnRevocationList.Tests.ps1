Describe 'Update-ClientVpnRevocationList' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
        $authority = New-ClientVpnAuthority (Join-Path $TestDrive vpn) Example
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Update-ClientVpnRevocationList | Should -BeExactly 'AuthorityPath', 'ClientVpnEndpointId', 'Passphrase', 'Renew', 'ThrottleLimit'
    }

    It 'leaves a fresh list as it is, and renews it on request' {
        $list = $authority | Update-ClientVpnRevocationList
        $list.Pem | Should -Match '^-----BEGIN X509 CRL-----'
        ($authority | Update-ClientVpnRevocationList).Pem | Should -BeExactly $list.Pem
        (Update-ClientVpnRevocationList $authority.Path -Renew -WhatIf) | Should -BeNullOrEmpty
        (Update-ClientVpnRevocationList $authority.Path -Renew).Number | Should -Be ($list.Number + 1)
    }

    It 'says where there is no authority' {
        { Update-ClientVpnRevocationList (Join-Path $TestDrive nowhere) -ErrorAction Stop } |
            Should -Throw -ErrorId 'AuthorityNotFound,NetConnect.PowerShell.UpdateClientVpnRevocationListCommand'
    }
}
