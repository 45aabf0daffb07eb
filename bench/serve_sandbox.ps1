<#
.SYNOPSIS
    NetConnect's sandbox as the server of the benchmark, for what moto lacks. It serves until it is ended.
#>
param([Parameter(Mandatory)] [int] $Port)
$ErrorActionPreference = 'Stop'
$module = [IO.Path]::Combine($PSScriptRoot, '..', 'output', 'NetConnect')
Import-Module ([IO.Directory]::GetFiles($module, 'NetConnect.psd1', 'AllDirectories')[0])
$null = Start-NetConnectSandbox -Port $Port -Clock Fast -Authentication Any
[System.Threading.Thread]::Sleep([System.Threading.Timeout]::Infinite)
