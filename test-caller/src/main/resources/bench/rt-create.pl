# Makes tickets with Request Tracker's own classes: create.pl COUNT FIRST.
use strict;
use warnings;
use utf8;
use lib '/usr/share/request-tracker5/lib';
use RT -init;
use RT::Ticket;
use Time::HiRes 'time';

my ($count, $first) = @ARGV;
my @took;
my $begin = time;
for my $i (1 .. $count) {
  my $before = time;
  my $n      = $first + $i;
  my ($id, undef, $why) = RT::Ticket->new(RT->SystemUser)->Create(
    Queue     => 1,
    Subject   => "三号楼的电梯又坏了，第 $n 次报修",
    Requestor => "resident$n\@example.com",
    Content   => "三号楼的电梯又坏了，第 $n 次报修",
  );
  die $why unless $id;
  push @took, time - $before;
}
my $seconds = time - $begin;
@took = sort { $a <=> $b } @took;
printf "created=%d seconds=%.3f p99=%.1f\n", $count, $seconds, 1000 * $took[int($#took * 0.99)];
