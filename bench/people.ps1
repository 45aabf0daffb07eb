<#
.SYNOPSIS
    What many people cost: certificates and files for all of them in one pipeline, the same again, and half of them revoked.
.DESCRIPTION
    The sandbox runs in this process, so that its memory counts, too. Run it in a new process each time.
.EXAMPLE
    pwsh -NoProfile -File bench/people.ps1 -Count 1000
#>
param([ValidateRange(2, 19999)] [int] $Count = 1000)
$ErrorActionPreference = 'Stop'
Import-Module ([IO.Directory]::GetFiles([IO.Path]::Combine($PSScriptRoot, '..', 'output', 'NetConnect'), 'NetConnect.psd1', 'AllDirectories')[0])
$sandbox = Start-NetConnectSandbox -Clock Fast
$folder = [IO.Directory]::CreateTempSubdirectory('netconnect-').FullName
$vpn, $files = [IO.Path]::Combine($folder, 'vpn'), [IO.Path]::Combine($folder, 'files')
$names = 1..$Count | ForEach-Object { "user$_" }

function Measure-Phase([string] $Phase, [scriptblock] $Script) {
    $process = [Diagnostics.Process]::GetCurrentProcess()
    $before, $calls, $clock = $process.TotalProcessorTime, $sandbox.CallCount, [Diagnostics.Stopwatch]::StartNew()
    $made = @(& $Script).Count
    $wall = $clock.Elapsed.TotalSeconds
    $process.Refresh()
    [pscustomobject]@{
        Phase = $Phase
        Objects = $made
        Wall = '{0:n1} s' -f $wall
        Processor = '{0:n1} s' -f ($process.TotalProcessorTime - $before).TotalSeconds
        Calls = $sandbox.CallCount - $calls
        Peak = '{0:n0} MB' -f ($process.PeakWorkingSet64 / 1MB)
    }
}

try {
    Measure-Phase start { New-ClientVpnAuthority $vpn Example vpn.example.com; New-ClientVpn people 10.200.0.0/16 -AuthorityPath $vpn }
    Measure-Phase apply { $names | New-ClientVpnUser $vpn | Export-ClientVpnConfig people $files }
    Measure-Phase noop { $names | New-ClientVpnUser $vpn | Export-ClientVpnConfig people $files }
    Measure-Phase revoke { $names | Select-Object -First ($Count / 2) | Revoke-ClientVpnUser $vpn -ClientVpnEndpointId people -Confirm:$false }
}
finally {
    Stop-NetConnectSandbox
    Remove-Item $folder -Recurse -Force
}
