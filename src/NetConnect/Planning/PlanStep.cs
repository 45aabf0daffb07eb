namespace NetConnect.Planning;

/// <summary>One change that a plan would make, in the words that <c>-WhatIf</c> and <c>-Confirm</c> show.</summary>
public sealed class PlanStep
{
    private readonly Func<CancellationToken, Task> _apply;

    /// <summary>Creates the step.</summary>
    /// <param name="action">What it does, as an imperative: <c>Add route 10.2.0.0/16</c>.</param>
    /// <param name="target">The resource that it changes.</param>
    /// <param name="apply">Makes the change.</param>
    /// <param name="after">The steps it builds on: it starts when they have succeeded, and never where one was declined or failed.</param>
    public PlanStep(string action, string target, Func<CancellationToken, Task> apply, params PlanStep[] after)
    {
        Action = action;
        Target = target;
        After = after;
        _apply = apply;
    }

    /// <summary>What it does, as an imperative.</summary>
    public string Action { get; }

    /// <summary>The resource that it changes.</summary>
    public string Target { get; }

    /// <summary>The steps that it builds on.</summary>
    public IReadOnlyList<PlanStep> After { get; }

    /// <summary>Whether it replaces what nobody can bring back, so that it is asked about even where the command's other steps are not.</summary>
    public bool AlwaysAsks { get; init; }

    /// <summary>Steps that it waits for as far as they are made: it falls with the last of them only.</summary>
    public IReadOnlyList<PlanStep> AfterAny { get; init; } = [];

    /// <summary>Whether the user declined this step or one that it builds on.</summary>
    public bool IsDeclined => _declined || After.Any(step => step.IsDeclined) || (AfterAny.Count > 0 && AfterAny.All(step => step.IsDeclined));

    private bool _declined;

    /// <summary>Leaves the step out, and with it every step that builds on it.</summary>
    public void Decline() => _declined = true;

    internal Task ApplyAsync(CancellationToken cancellationToken) => _apply(cancellationToken);

    /// <summary>The action and its target.</summary>
    public override string ToString() => $"{Action}: {Target}";
}
