Describe 'Get-ClientVpnUser' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
        $authority = New-ClientVpnAuthority (Join-Path $TestDrive vpn) Example
        $null = 'ben', 'anna' | New-ClientVpnUser $authority.Path
        $null = New-ClientVpnUser $authority.Path anna -Renew
        $null = Revoke-ClientVpnUser $authority.Path ben -Confirm:$false
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Get-ClientVpnUser | Should -BeExactly 'AuthorityPath', 'IncludeReplaced', 'Name', 'Status'
    }

    It 'lists everybody once' {
        $users = $authority | Get-ClientVpnUser
        $users.Name | Should -BeExactly 'anna', 'ben'
        $users.Status | Should -Be 'Valid', 'Revoked'
        Get-ClientVpnUser $authority.Path -IncludeReplaced | Should -HaveCount 3
    }

    It 'finds people by name, pattern and status' {
        (Get-ClientVpnUser $authority.Path A*).Name | Should -BeExactly 'anna'
        (Get-ClientVpnUser $authority.Path -Status Revoked).Name | Should -BeExactly 'ben'
        { Get-ClientVpnUser $authority.Path carl -ErrorAction Stop } | Should -Throw -ErrorId 'ClientVpnUserNotFound,NetConnect.PowerShell.GetClientVpnUserCommand'
    }

    It 'shows a table' {
        Get-ClientVpnUser $authority.Path | Out-String | Should -Match 'anna +Valid'
    }
}
