namespace NetConnect.ClientVpns;

/// <summary>The one way to change an authority: one process at a time, all changes that are waiting in one write, and what a killed process left is mended first.</summary>
/// <remarks>A certificate's files are written first and the index after them; a revocation is written into the index first and into the list after it. So
/// wherever a process is killed, what is signed has its files and can be found again, and what was revoked stays so. The next one that changes
/// anything takes in certificates that are missing in the index, and makes the list that belongs to it.</remarks>
internal sealed class AuthorityChanges(AuthorityFolder folder)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly object _sync = new();
    private List<Change> _waiting = [];
    private bool _isTidy;

    /// <summary>Makes a change, together with all others that are waiting.</summary>
    /// <param name="change">Gives the index as it should be, and may write files that it will name.</param>
    /// <param name="cancellationToken">Ends the wait for others; a write that has begun is ended.</param>
    /// <returns>The index after it.</returns>
    public async Task<AuthorityIndex> MakeAsync(Func<AuthorityIndex?, AuthorityIndex> change, CancellationToken cancellationToken)
    {
        var mine = new Change(change);
        lock (_sync)
            _waiting.Add(mine);
        try
        {
            await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            lock (_sync)
                _waiting.Remove(mine);
            throw;
        }
        try
        {
            List<Change> batch;
            lock (_sync)
                (batch, _waiting) = (_waiting, []);
            if (batch.Count > 0)
                await CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
        return await mine.Done.Task.ConfigureAwait(false);
    }

    private async Task CommitAsync(List<Change> batch, CancellationToken cancellationToken)
    {
        try
        {
            using (await folder.Files.LockAsync(cancellationToken).ConfigureAwait(false))
            {
                AuthorityIndex? before = folder.ReadIndex();
                AuthorityIndex? index = before is null ? null : TakeIn(before);
                foreach (Change change in batch)
                    index = change.Apply(index);
                if (index is not null && !ReferenceEquals(index, before))
                    folder.WriteIndex(index);
                if (index is not null)
                    folder.WriteListThatBelongsTo(index);
                foreach (Change change in batch)
                    change.Done.TrySetResult(index!);
            }
        }
        catch (Exception error)
        {
            foreach (Change change in batch)
                change.Done.TrySetException(error);
            throw;
        }
    }

    // What was signed and is not in the index was being issued when a process was killed: everything signed can be revoked.
    private AuthorityIndex TakeIn(AuthorityIndex index)
    {
        if (_isTidy)
            return index;
        var known = new HashSet<string>(index.Entries.Select(entry => entry.SerialNumber));
        string authority = folder.GetCertificate(index.Authority);
        foreach (string serialNumber in folder.Files.Tidy().Where(serial => !known.Contains(serial)))
        {
            string pem = folder.Files.ReadCertificate(serialNumber) ?? "";
            try
            {
                if (folder.Issuer.IsSignedBy(pem, authority) && folder.Issuer.ReadCertificate(pem) is { Role: not CertificateRole.Authority } facts && facts.SerialNumber == serialNumber)
                    index = index.With(AuthorityEntry.Of(facts));
            }
            catch (FormatException)
            {
                // Whatever it is, this authority has not made it, and does not take it away.
            }
        }
        _isTidy = true;
        return index;
    }

    private sealed class Change(Func<AuthorityIndex?, AuthorityIndex> change)
    {
        public TaskCompletionSource<AuthorityIndex> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        // One change that cannot be made leaves the others.
        public AuthorityIndex? Apply(AuthorityIndex? index)
        {
            try
            {
                return change(index);
            }
            catch (NetConnectException error)
            {
                Done.TrySetException(error);
                return index;
            }
        }
    }
}
