using System.Runtime.Versioning;
using NetConnect.Files;

namespace NetConnect.Tests.Files;

[UnsupportedOSPlatform("windows")]
public sealed class OwnerOnlyFileTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerExecutes = Owner | UnixFileMode.UserExecute;
    private const UnixFileMode Everybody = Owner | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly string _folder = Directory.CreateTempSubdirectory("netconnect-").FullName;

    public OwnerOnlyFileTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has access lists instead of modes.");

    private string Key => Path.Combine(_folder, "key.pem");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_and_its_folders_are_their_owners_alone()
    {
        string file = Path.Combine(_folder, "site", "office", "key.pem");
        OwnerOnlyFile.Write(file, "kéy\n");

        Assert.Equal("kéy\n"u8.ToArray(), File.ReadAllBytes(file));
        Assert.Equal((Owner, OwnerExecutes), (Mode(file), Mode(Path.GetDirectoryName(file)!)));
        OwnerOnlyFile.Write(Key, "#!/bin/sh\n", isExecutable: true);
        Assert.Equal(OwnerExecutes, Mode(Key));
    }

    [Fact]
    public void A_file_that_is_there_stays_unless_it_may_be_replaced()
    {
        File.WriteAllText(Key, "old");
        NetConnectException refusal = Assert.Throws<NetConnectException>(() => OwnerOnlyFile.Write(Key, "new"));
        Assert.Equal((ErrorIds.FileExists, Key), (refusal.ErrorId, refusal.Target));
        Assert.Equal("old", File.ReadAllText(Key));

        OwnerOnlyFile.Write(Key, "new", overwrite: true);
        Assert.Equal("new", File.ReadAllText(Key));
        Assert.Equal(["key.pem"], Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void What_replaces_an_open_file_is_the_owners_alone()
    {
        File.WriteAllText(Key, "same");
        File.SetUnixFileMode(Key, Everybody);

        Assert.False(OwnerOnlyFile.Holds(Key, "same"));
        OwnerOnlyFile.Write(Key, "same", overwrite: true);
        Assert.Equal(Owner, Mode(Key));
        Assert.True(OwnerOnlyFile.Holds(Key, "same"));
        Assert.False(OwnerOnlyFile.Holds(Key, "other"));
    }

    [Fact]
    public void A_file_that_cannot_be_written_says_why_and_leaves_nothing()
    {
        File.WriteAllText(Key, "a file");
        string below = Path.Combine(Key, "below.pem");
        NetConnectException refusal = Assert.Throws<NetConnectException>(() => OwnerOnlyFile.Write(below, "secret"));
        Assert.Equal((ErrorIds.FileNotWritten, ErrorKind.File, below), (refusal.ErrorId, refusal.Kind, refusal.Target));
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);

        string taken = Directory.CreateDirectory(Path.Combine(_folder, "folder")).FullName;
        Assert.Equal(ErrorIds.FileNotWritten, Assert.Throws<NetConnectException>(() => OwnerOnlyFile.Write(taken, "secret", overwrite: true)).ErrorId);
        Assert.Equal(2, Directory.EnumerateFileSystemEntries(_folder).Count());
    }

    private static UnixFileMode Mode(string path) => File.GetUnixFileMode(path);
}
