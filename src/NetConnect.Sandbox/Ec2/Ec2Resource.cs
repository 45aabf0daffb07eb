namespace NetConnect.Sandbox.Ec2;

/// <summary>Something with an id that an account owns in a Region.</summary>
internal abstract class Ec2Resource(Ec2Region home, string id)
{
    public string Id => id;

    /// <summary>The account and Region that own it.</summary>
    public Ec2Region Home => home;

    public string OwnerId => home.AccountId;

    /// <summary>The order of making, which is the order of listing.</summary>
    public long Sequence { get; } = home.World.NextSequence();

    /// <summary>Whether it still shows: dead resources are listed for a while, and not equally long for everyone.</summary>
    public virtual bool IsVisibleTo(Ec2Region viewer) => true;

    public override string ToString() => id;
}
