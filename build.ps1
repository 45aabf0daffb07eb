<#
.SYNOPSIS
    Runs one task of the house. A thin runner: the build itself is `dotnet build`, the tests are `dotnet test`.
.DESCRIPTION
    Build    assembles the module under output/NetConnect/VERSION
    Test     all tests; the Pester suite is one of them
    Analyze  PSScriptAnalyzer over all scripts, and dotnet format
    Help     writes the parameters of new cmdlets into docs/help, and builds module/en-US from docs/help
    Package  builds for release and packs output/NetConnect.VERSION.zip
    Install  copies the built module to the first folder of the current user's PSModulePath
.EXAMPLE
    ./build.ps1 -Task Build, Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Analyze', 'Help', 'Package', 'Install')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
$solution = Join-Path $PSScriptRoot 'NetConnect.sln'
$version = (Import-PowerShellDataFile (Join-Path $PSScriptRoot 'module/NetConnect.psd1')).ModuleVersion
$module = Join-Path $PSScriptRoot "output/NetConnect/$version"

function Invoke-Program {
    $program, $arguments = $args
    & $program @arguments
    if ($LASTEXITCODE) {
        throw "$program $arguments ended with exit code $LASTEXITCODE."
    }
}

switch ($Task) {
    Build {
        Invoke-Program dotnet build $solution --configuration $Configuration
    }
    Test {
        Invoke-Program dotnet test $solution --configuration $Configuration
    }
    Analyze {
        $style = Invoke-Pester (Join-Path $PSScriptRoot 'tests/Pester/Style.Tests.ps1') -PassThru
        if ($style.Result -ne 'Passed') {
            throw 'PSScriptAnalyzer found problems.'
        }
        Invoke-Program dotnet format $solution --verify-no-changes
    }
    Help {
        # In a process of its own: PlatyPS does not bear strict mode.
        Invoke-Program (Get-Process -Id $PID).Path -NoProfile -File (Join-Path $PSScriptRoot 'docs/help/Build-Help.ps1')
    }
    Package {
        Invoke-Program dotnet build $solution --configuration Release
        # NetConnect/VERSION/...: unpacked into a folder of PSModulePath it is installed.
        $zip = Join-Path $PSScriptRoot "output/NetConnect.$version.zip"
        Remove-Item $zip -ErrorAction Ignore
        [IO.Compression.ZipFile]::CreateFromDirectory((Split-Path $module), $zip, 'Optimal', $true)
        $zip
    }
    Install {
        Invoke-Program dotnet build $solution --configuration Release
        $target = Join-Path ($env:PSModulePath -split [IO.Path]::PathSeparator)[0] "NetConnect/$version"
        New-Item $target -ItemType Directory -Force | Out-Null
        Copy-Item (Join-Path $module '*') $target -Recurse -Force
        "NetConnect $version -> $target"
    }
}
