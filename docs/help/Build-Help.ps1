<#
.SYNOPSIS
    Brings the pages in docs/help up to date with the built module, and builds module/en-US from them.
.DESCRIPTION
    What the code says is taken from the code: syntax and parameters from the cmdlets, the synopsis and the description of each parameter
    from their comments. What a person wrote in the page stays: description, examples, inputs, outputs, notes, links.
    Needs PowerShell 7 and Microsoft.PowerShell.PlatyPS 1.0; `dotnet build` first.
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
Import-Module Microsoft.PowerShell.PlatyPS -MinimumVersion 1.0
$root = Split-Path (Split-Path $PSScriptRoot)
$version = (Import-PowerShellDataFile (Join-Path $root 'module/NetConnect.psd1')).ModuleVersion
Import-Module (Join-Path $root "output/NetConnect/$version/NetConnect.psd1")
$target = Join-Path $root 'module/en-US'

$comments = @{}
$file = Get-ChildItem (Join-Path $root 'src/NetConnect.PowerShell/bin') -Recurse -Filter NetConnect.PowerShell.xml |
    Where-Object FullName -Match 'net8\.0' | Sort-Object LastWriteTime | Select-Object -Last 1
foreach ($member in ([xml](Get-Content $file -Raw)).doc.members.member) {
    $summary = $member.SelectSingleNode('summary')
    if ($summary) {
        $xml = $summary.InnerXml -replace '<(?:see|paramref) (?:cref|name)="(?:\w:)?(?:[\w.]*\.)?(\w+)"\s*/>', '$1' -replace '<[^>]+>'
        $comments[$member.name] = ([Net.WebUtility]::HtmlDecode($xml) -replace '\s+', ' ').Trim()
    }
}

# The comment of a property stands where it is declared, which may be a generic base class.
function Get-PropertyComment([type] $Class, [string] $Name) {
    $declaring = $Class.GetProperty($Name).DeclaringType
    if ($declaring.IsGenericType) {
        $declaring = $declaring.GetGenericTypeDefinition()
    }
    $comments["P:$($declaring.FullName).$Name"]
}

function Get-DefaultText([type] $Class, [string] $Name) {
    $value = $Class.GetProperty($Name).GetValue([Activator]::CreateInstance($Class))
    if ($value -is [enum] -or ($value -is [int] -and $value -ne 0)) { "$value" } else { '' }
}

function Get-AcceptedValue([Management.Automation.ParameterMetadata] $Parameter) {
    $type = $Parameter.ParameterType
    if ([Nullable]::GetUnderlyingType($type)) {
        $type = [Nullable]::GetUnderlyingType($type)
    }
    if ($type.IsEnum) {
        [enum]::GetNames($type)
    } else {
        $Parameter.Attributes | Where-Object { $_ -is [Management.Automation.ValidateSetAttribute] } | ForEach-Object ValidValues
    }
}

function Write-Page([Management.Automation.CmdletInfo] $Cmdlet) {
    $help = New-CommandHelp $Cmdlet
    $class = $Cmdlet.ImplementingType
    $help.Synopsis = $comments["T:$($class.FullName)"]
    $help.Aliases = 'None.'
    $help.HasCmdletBinding = $true
    foreach ($parameter in $help.Parameters | Where-Object Name -NotIn WhatIf, Confirm) {
        $parameter.Description = Get-PropertyComment $class $parameter.Name
        $parameter.DefaultValue = Get-DefaultText $class $parameter.Name
        $parameter.AcceptedValues.Clear()
        $parameter.AcceptedValues.AddRange([string[]]@(Get-AcceptedValue $Cmdlet.Parameters[$parameter.Name]))
    }
    $path = Join-Path $PSScriptRoot "$($Cmdlet.Name).md"
    if (Test-Path $path) {
        $page = Import-MarkdownCommandHelp $path
        $help.Description = $page.Description
        $help.Notes = $page.Notes
        foreach ($list in 'Examples', 'Inputs', 'Outputs', 'RelatedLinks') {
            $help.$list.Clear()
            $page.$list | ForEach-Object { $help.$list.Add($_) }
        }
    }
    # Written by date, the pages would differ every day.
    $help.Metadata.Remove('ms.date')
    $written = Export-MarkdownCommandHelp $help -OutputFolder ([IO.Path]::GetTempPath()) -Force
    $text = (Get-Content $written -Raw) -replace '(?m)^ms\.date:.*\n' -replace '(?m)[ \t]+$'
    Set-Content $path ($text.TrimEnd() + "`n") -NoNewline
    Remove-Item $written
}

Get-Command -Module NetConnect | ForEach-Object { Write-Page $_ }

New-Item $target -ItemType Directory -Force | Out-Null
$maml = Get-ChildItem $PSScriptRoot -Filter *-*.md | ForEach-Object { Import-MarkdownCommandHelp $_.FullName } |
    Export-MamlCommandHelp -OutputFolder ([IO.Path]::GetTempPath()) -Force
# Links between pages are files in the repository, and names to Get-Help.
$text = (Get-Content $maml -Raw) -replace '<maml:uri>[\w-]+\.md</maml:uri>', '<maml:uri />'
Set-Content (Join-Path $target 'NetConnect.PowerShell.dll-Help.xml') $text -NoNewline
Remove-Item $maml

# Get-Help shows about_ topics as they are: plain text.
foreach ($page in Get-ChildItem $PSScriptRoot -Filter about_*.md) {
    $lines = Get-Content $page -Encoding utf8 | ForEach-Object {
        if ($_ -match '^## (.*)') { $Matches[1].ToUpperInvariant() } elseif ($_ -match '^#+ (.*)') { $Matches[1] } elseif ($_) { '    ' + ($_ -replace '[`*]') } else { '' }
    }
    Set-Content (Join-Path $target "$($page.BaseName).help.txt") ($lines | Where-Object { $_ -notmatch '^\s*```' })
}
