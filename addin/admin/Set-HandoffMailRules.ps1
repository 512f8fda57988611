<#
.SYNOPSIS
Creates, updates or removes the mail-flow rules that stop a HandoffOffice draft without an approval, whichever program sent it.

.DESCRIPTION
The add-in marks a mail that it drafts with a header, and an approved mail with its seal in another one. Two rules look at these headers in mail
from people of the organisation, and at nothing else:

- a mail that is marked as a draft and has no seal is stopped;
- a mail whose seal is not one by its beginning is stopped.

A rule can only read headers: it does not verify a seal. README.md beside this file says what does.

Connect first: Connect-ExchangeOnline (module ExchangeOnlineManagement) with a role that may manage mail-flow rules.
Running it again changes the rules to what the parameters say; nothing is created twice.

.PARAMETER Mode
TestOnly (the default): nothing is stopped; what would have been is in the reports on mail-flow rules and in the message trace.
Quarantine: the mail is held for an administrator.
Reject: the mail goes back to its sender with a text that says what to do.

.PARAMETER Remove
Removes the two rules.

.EXAMPLE
./Set-HandoffMailRules.ps1 -WhatIf
Says what would be done, and does nothing.

.EXAMPLE
./Set-HandoffMailRules.ps1 -Mode Quarantine
#>
# Windows PowerShell 5.1 would read the German text in the wrong encoding.
#Requires -Version 7.0
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Set')]
param(
    [Parameter(ParameterSetName = 'Set')]
    [ValidateSet('Quarantine', 'Reject', 'TestOnly')]
    [string] $Mode = 'TestOnly',

    [Parameter(Mandatory, ParameterSetName = 'Remove')]
    [switch] $Remove
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$DraftHeader = 'x-handoffoffice-draft'
$SealHeader = 'x-handoffoffice-seal'

# Base64 of the text that every seal begins with, {"form":"handoffoffice-proof-1 : no line of a header breaks before it ends.
# Not tied to the start of the value, so that a client which folds the header in its own way stops no approved mail.
$SealShape = 'eyJmb3JtIjoiaGFuZG9mZm9mZmljZS1wcm9vZi0x'

# Both languages, as a rule knows none of the sender. Up to 1024 characters.
$WhatToDo = 'This mail was drafted with HandoffOffice and carries no approval. Open it in Outlook, choose HandoffOffice, have it reviewed and signed, and send it again. ' +
    'Diese Mail wurde mit HandoffOffice entworfen und trägt keine Freigabe. Öffnen Sie sie in Outlook, wählen Sie HandoffOffice, lassen Sie sie prüfen und unterschreiben, und senden Sie sie erneut.'

$Rules = @(
    @{
        Name                               = 'HandoffOffice 1: draft without an approval'
        Comments                           = "Stops mail with the header $DraftHeader and no seal in $SealHeader. Made by Set-HandoffMailRules.ps1."
        HeaderMatchesMessageHeader         = $DraftHeader
        HeaderMatchesPatterns              = '.'
        ExceptIfHeaderMatchesMessageHeader = $SealHeader
        ExceptIfHeaderMatchesPatterns      = $SealShape
    },
    @{
        Name                               = 'HandoffOffice 2: something else in the place of a seal'
        Comments                           = "Stops mail whose header $SealHeader does not hold a seal. Made by Set-HandoffMailRules.ps1."
        HeaderMatchesMessageHeader         = $SealHeader
        HeaderMatchesPatterns              = '.'
        ExceptIfHeaderMatchesMessageHeader = $SealHeader
        ExceptIfHeaderMatchesPatterns      = $SealShape
    }
)

# What both rules have in common, and what the mode makes of them.
function Get-CommonSettings {
    $settings = @{
        # Mail from outside is not ours to stop, whatever its headers say.
        FromScope        = 'InOrganization'
        Mode             = 'Enforce'
        SetAuditSeverity = 'High'
        # Where a rule cannot be evaluated, the mail waits and does not pass.
        RuleErrorAction  = 'Defer'
    }
    if ($Mode -eq 'Reject') {
        $settings.RejectMessageReasonText = $WhatToDo
    }
    else {
        $settings.Quarantine = $true
    }
    if ($Mode -eq 'TestOnly') {
        $settings.Mode = 'Audit'
        $settings.RuleErrorAction = 'Ignore'
    }
    return $settings
}

# An update keeps an action that it does not name, so the one of the other mode is taken away.
function Get-OtherAction {
    if ($Mode -eq 'Reject') {
        return @{ Quarantine = $false }
    }
    return @{ RejectMessageReasonText = $null }
}

function Find-Rule([string] $Name) {
    return Get-TransportRule | Where-Object { $_.Name -eq $Name }
}

function Set-Rule([hashtable] $Rule) {
    $settings = $Rule + (Get-CommonSettings)
    if (Find-Rule $Rule.Name) {
        if ($PSCmdlet.ShouldProcess($Rule.Name, "Update the rule ($Mode)")) {
            $other = Get-OtherAction
            Set-TransportRule -Identity $Rule.Name @settings @other
            Enable-TransportRule -Identity $Rule.Name -Mode $settings.Mode -Confirm:$false
        }
    }
    elseif ($PSCmdlet.ShouldProcess($Rule.Name, "Create the rule ($Mode)")) {
        New-TransportRule @settings | Out-Null
    }
}

function Remove-Rule([string] $Name) {
    if ((Find-Rule $Name) -and $PSCmdlet.ShouldProcess($Name, 'Remove the rule')) {
        Remove-TransportRule -Identity $Name -Confirm:$false
    }
}

if (-not (Get-Command -Name Get-TransportRule -ErrorAction Ignore)) {
    throw 'There is no connection to Exchange: run Connect-ExchangeOnline first.'
}

foreach ($rule in $Rules) {
    if ($Remove) { Remove-Rule $rule.Name } else { Set-Rule $rule }
}

Get-TransportRule | Where-Object { $_.Name -in $Rules.Name } | Select-Object -Property Name, State, Mode, Priority
