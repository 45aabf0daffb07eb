# For the transcripts of docs: each command is written before what it gives.
function Write-Transcript {
    param([string[]] $Command)

    foreach ($one in $Command) {
        "PS> $one"
        . ([scriptblock]::Create($one)) | Out-String -Width 160 | ForEach-Object { $_.Trim("`r", "`n") } | Where-Object Length
        ''
    }
}
