using NetConnect.ClientVpns;

namespace NetConnect.PowerShell;

/// <summary>A cmdlet that works on authorities and calls nobody.</summary>
/// <typeparam name="T">What one thing gives.</typeparam>
public abstract class AuthorityCmdlet<T> : LocalRecordCmdlet<T>
    where T : class
{
    private readonly AuthorityFolders _authorities = new();

    private protected AuthorityFolder Open(string path) => _authorities.Open(SessionState, path);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _authorities.Dispose();
    }
}
