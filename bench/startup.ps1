<#
.SYNOPSIS
    What the module costs a fresh engine: its import, the first call and the second, in milliseconds.
.DESCRIPTION
    Run it in a new process each time, against an endpoint on loopback such as a moto server.
.EXAMPLE
    pwsh -NoProfile -File bench/startup.ps1 -EndpointUrl http://127.0.0.1:5000
#>
param([Parameter(Mandatory)] [uri] $EndpointUrl)
$ErrorActionPreference = 'Stop'
$module = [IO.Directory]::GetFiles([IO.Path]::Combine($PSScriptRoot, '..', 'output', 'NetConnect'), 'NetConnect.psd1', 'AllDirectories')[0]
$env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY = 'testing', 'testing'

$clock = [Diagnostics.Stopwatch]::StartNew()
Import-Module $module
$import = $clock.Elapsed.TotalMilliseconds
$clock.Restart()
$null = Get-PeeringRoutes -VpcPeeringConnectionId pcx-0123456789abcdef0 -EndpointUrl $EndpointUrl -Region eu-west-1 -ErrorAction SilentlyContinue
$first = $clock.Elapsed.TotalMilliseconds
$clock.Restart()
$null = Get-PeeringRoutes -VpcPeeringConnectionId pcx-0123456789abcdef0 -EndpointUrl $EndpointUrl -Region eu-west-1 -ErrorAction SilentlyContinue
'import {0:0} ms, first call {1:0} ms, second call {2:0} ms' -f $import, $first, $clock.Elapsed.TotalMilliseconds
