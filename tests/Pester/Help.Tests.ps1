BeforeDiscovery {
    . $PSScriptRoot/Start.ps1
    $commands = (Get-Command -Module NetConnect).Name
}

Describe 'Get-Help <_>' -ForEach $commands {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
        $help = Get-Help $_ -Full
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'has a synopsis, a description and two examples' {
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.Synopsis | Should -Not -Match "^\s*$_ \["
        $help.Description.Text | Should -Not -BeNullOrEmpty
        @($help.Examples.Example).Count | Should -BeGreaterOrEqual 2
    }

    It 'describes every parameter' {
        $undescribed = $help.Parameters.Parameter | Where-Object { -not "$($_.Description.Text)".Trim() }
        $undescribed.Name | Should -BeNullOrEmpty
    }
}

Describe 'about topics' {
    It 'shows <_>' -ForEach 'about_NetConnect', 'about_NetConnect_Errors' {
        Get-Help $_ | Out-String | Should -Match 'SHORT DESCRIPTION'
    }
}
